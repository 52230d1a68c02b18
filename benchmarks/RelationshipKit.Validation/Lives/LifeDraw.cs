using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Validation.Lives;

/// <summary>The chance of one draw: the same for every rule and every number of minutes, whoever else there is.</summary>
internal sealed class LifeDraw(ulong seed, int draw)
{
    private const double Answers = 0.7;

    // After half a year without contact half as many answer.
    private const double AnswersAfterSilence = 0.35;
    private const double SilenceDays = 180;

    /// <summary>Returns whether a contact writes on a day of its own accord.</summary>
    public bool Writes(ContactId contact, int day, double perDay) => ShareOf("writes", contact, day) < perDay;

    /// <summary>Returns whether a light touch of a week is answered.</summary>
    public bool IsAnswered(ContactId contact, int week, double silentDays) =>
        ShareOf("answers", contact, week) < (silentDays > SilenceDays ? AnswersAfterSilence : Answers);

    /// <summary>Returns the day of the year of a drawn birthday, from 1 to 365.</summary>
    public int BirthdayOf(ContactId contact) => 1 + (int)(365 * ShareOf("birthday", contact, 0));

    /// <summary>Returns where a contact stands in a random order of a week.</summary>
    public double PlaceOf(ContactId contact, int week) => ShareOf("place", contact, week);

    private double ShareOf(string what, ContactId contact, int number) =>
        SplitMix64.Of(seed, string.Create(CultureInfo.InvariantCulture, $"{draw}/{what}/{number}/{contact.Value}")).NextShare();
}
