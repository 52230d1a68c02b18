using RelationshipKit.Validation.Data;

namespace RelationshipKit.Validation.Protocol;

/// <summary>A cut with the pairs that are asked about, and whether each was in touch within the horizon after it.</summary>
/// <remarks>
/// To be in touch is to have any contact later than the instant of the cut and not later than the end of the horizon; no contact falls on
/// both sides. A cut parts the day it lies in: a tie that writes before it and again after it on that day is in touch again.
/// </remarks>
/// <param name="CutDays">The cut, in days since the first row.</param>
/// <param name="History">What was known at the cut.</param>
/// <param name="Eligible">The ties asked about: those with enough contact-days up to the cut, whatever became of them.</param>
/// <param name="Outcomes">What became of each.</param>
internal sealed record LabelledCut(double CutDays, History History, IReadOnlyList<TieHistory> Eligible, IReadOnlyList<bool> Outcomes)
{
    public double BaseRate => (double)Outcomes.Count(outcome => outcome) / Outcomes.Count;

    public static LabelledCut Of(EdgeNetwork network, double cutDays, double horizonDays, int minContactDays)
    {
        var cut = network.CutAfter(cutDays);
        var end = network.CutAfter(cutDays + horizonDays);
        var history = History.Of(network, cut);
        TieHistory[] eligible = [.. history.Ties.Where(tie => tie.ContactDays >= minContactDays)];
        return new LabelledCut(cutDays, history, eligible, [.. eligible.Select(tie => tie.Pair.HasContactBetween(cut, end))]);
    }
}
