using RelationshipKit.Benchmarks.Ties;

namespace RelationshipKit.Benchmarks.Scoring;

/// <summary>
/// The numbers of a tie that a caller would compute without the kit: all but the interval of the balance, the spread of gaps and the
/// forecast.
/// </summary>
public readonly record struct PlainScore
{
    public double ExpectedContacts { get; init; }

    public double Balance { get; init; }

    public double Momentum { get; init; }

    public int ContactDays { get; init; }

    public int Touchpoints { get; init; }

    public long First { get; init; }

    public long Last { get; init; }

    public double UsualGapDays { get; init; }

    public double Strength => 1 - Math.Exp(-ExpectedContacts);

    /// <summary>Throws if the kit says otherwise.</summary>
    public void Check(RelationshipScore kit)
    {
        Agreement.Check(ExpectedContacts, kit.ExpectedContacts, nameof(ExpectedContacts));
        Agreement.Check(Strength, kit.Strength.Value, nameof(Strength));
        Agreement.Check(Balance, kit.Reciprocity.Balance, nameof(Balance));
        Agreement.Check(Momentum, kit.Momentum, nameof(Momentum));
        Agreement.Check(ContactDays, kit.ContactDays, nameof(ContactDays));
        Agreement.Check(Touchpoints, kit.Touchpoints, nameof(Touchpoints));
        Agreement.Check(First, kit.FirstTouch is { } first ? PlainFold.MicrosOf(first) : 0, nameof(First));
        Agreement.Check(Last, kit.LastTouch is { } last ? PlainFold.MicrosOf(last) : 0, nameof(Last));
        Agreement.Check(UsualGapDays, kit.Rhythm.UsualGapDays ?? double.NaN, nameof(UsualGapDays));
    }
}
