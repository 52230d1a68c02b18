using System.Text.Json.Serialization;
using NodaTime;
using RelationshipKit.Numerics;

namespace RelationshipKit.Contacts;

/// <summary>Something worth remembering about a contact, and how soon it goes stale.</summary>
/// <remarks>
/// <para>
/// "Training for a marathon" goes stale in months, "has a sister in Oslo" hardly ever: the half-life says after how many days
/// it is as likely as not to have changed.
/// </para>
/// <code>
/// freshness = 2^(-age / halfLife)      age: whole days from LearnedOn to the date, not less than 0
/// </code>
/// <para>Two are equal when all parts are, texts ordinally. Instances are immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(ValueJsonConverter<RememberedDetail>))]
public sealed record RememberedDetail
{
    private const int LongestText = 4_000;

    private const int LongestHalfLifeDays = 36_500;

    /// <summary>Initializes a new instance of the <see cref="RememberedDetail"/> class.</summary>
    /// <param name="text">From 1 to 4,000 characters, without control characters, unpaired surrogates and white space at its ends.</param>
    /// <param name="learnedOn">The day it was learned, in the ISO calendar and the years 1 to 9999.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> breaks the rule above, or the day is in another calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year lies outside its range.</exception>
    public RememberedDetail(string text, LocalDate learnedOn)
    {
        Text = Names.Check(text, LongestText);
        _ = PartialDate.FromDate(learnedOn);
        LearnedOn = learnedOn;
    }

    /// <summary>Gets what to remember.</summary>
    public string Text { get; }

    /// <summary>Gets the day it was learned.</summary>
    public LocalDate LearnedOn { get; }

    /// <summary>Gets where it was learned; <see langword="null"/> if that is not known.</summary>
    /// <exception cref="ArgumentException">
    /// The text is empty or longer than 4,000 characters, has control characters, unpaired surrogates, or white space at its ends.
    /// </exception>
    public string? Source
    {
        get;
        init => field = value is null ? null : Names.Check(value, LongestText, nameof(Source));
    }

    /// <summary>Gets how carefully it should be handled. The default is <see cref="Sensitivity.Ordinary"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public Sensitivity Sensitivity
    {
        get;
        init => field = Guard.Defined(value, nameof(Sensitivity));
    }

    /// <summary>
    /// Gets after how many days the chance that it has changed is one half, from 1 to 36,500; <see langword="null"/> for a detail that does
    /// not change.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public int? HalfLifeDays
    {
        get;
        init
        {
            if (value is { } days)
            {
                Guard.InRange(days, 1, LongestHalfLifeDays, nameof(HalfLifeDays));
            }

            field = value;
        }
    }

    /// <summary>Says how likely it is still to be true.</summary>
    /// <param name="date">The day to ask about, in the ISO calendar.</param>
    /// <returns>From 0 to 1: 1 up to the day it was learned or without a half-life, one half after each half-life.</returns>
    /// <exception cref="ArgumentException">The date is in another calendar.</exception>
    public double FreshnessOn(LocalDate date)
    {
        var ageDays = AgeDaysOn(date);
        return HalfLifeDays is { } halfLifeDays && ageDays > 0 ? Elementary.Exp2(-(double)ageDays / halfLifeDays) : 1;
    }

    /// <summary>Determines whether it has a half-life, and that has passed.</summary>
    /// <param name="date">The day to ask about, in the ISO calendar.</param>
    /// <returns><see langword="true"/> from as many days after it was learned as the half-life has.</returns>
    /// <exception cref="ArgumentException">The date is in another calendar.</exception>
    public bool IsWorthAskingAgainOn(LocalDate date)
    {
        var ageDays = AgeDaysOn(date);
        return HalfLifeDays is { } halfLifeDays && ageDays >= halfLifeDays;
    }

    /// <summary>Returns a text without personal data.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() => "a remembered detail";

    private int AgeDaysOn(LocalDate date) =>
        date.Calendar == CalendarSystem.Iso
            ? Period.DaysBetween(LearnedOn, date)
            : throw new ArgumentException($"The date is in the calendar {date.Calendar.Id}; it must be in ISO.", nameof(date));
}
