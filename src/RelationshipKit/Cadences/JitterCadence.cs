using System.Collections.Immutable;
using NodaTime;

namespace RelationshipKit.Cadences;

/// <summary>A policy whose dates are spread by some days, so that not everybody added on one day is due on one day.</summary>
/// <remarks>
/// Time is cut into equal stretches of days, and the contact's id chooses one day in each: a window moves to the first chosen day from its
/// ideal date on. That never brings a later window before a sooner one, as a number of days drawn for each date would.
/// </remarks>
internal sealed class JitterCadence : StockCadence
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private readonly ICadencePolicy policy;
    private readonly int stretch;

    public JitterCadence(ICadencePolicy policy, int days)
    {
        this.policy = policy;
        Numerics.Guard.InRange(days, 1, 365);
        Days = days;
        stretch = (days / 2) + 1;
    }

    public ICadencePolicy Policy => policy;

    public int Days { get; }

    public override ImmutableArray<ICadencePolicy> Parts => [policy];

    protected override IReadOnlyList<object?> Settings => [Days];

    public override string ToString() => $"{policy}, up to {PeriodText.Count(Days, "day")} later";

    internal override Wanted? Ask(CadenceContext context, LocalDate reference, Aside aside)
    {
        if (Ask(policy, context, reference, aside) is not { } asked)
        {
            return null;
        }

        var ideal = CadenceDates.DaysBetween(CadenceWindow.FirstDate, asked.Window.Ideal);
        var chosen = ChosenIn(ideal / stretch, context.Contact.Id);
        return asked.MovedTo(
            CadenceDates.Plus(CadenceWindow.FirstDate, chosen >= ideal ? chosen : ChosenIn((ideal / stretch) + 1, context.Contact.Id)));
    }

    private int ChosenIn(int number, ContactId contact) => (number * stretch) + (int)(Hash(contact.Value, number) % (ulong)stretch);

    // FNV-1a (Fowler, Noll, Vo 1991), mixed once more because its low bits follow the last character: the same on every machine, unlike
    // string hashes.
    private static ulong Hash(string text, int number)
    {
        var hash = Offset;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * Prime);
        }

        hash = unchecked((hash ^ (uint)number) * Prime);
        return unchecked((hash ^ (hash >> 32)) * Prime) >> 17;
    }
}
