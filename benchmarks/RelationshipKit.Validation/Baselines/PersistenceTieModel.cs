using RelationshipKit.Btyd;
using RelationshipKit.Validation.Data;
using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>One of the kit's models of repeated contact, BG/NBD and its kin, fitted to all ties before the cut.</summary>
/// <remarks>Like the hazard they need no outcomes: a tie of one contact-day counts as one that has not repeated yet.</remarks>
internal sealed class PersistenceTieModel(string name, IPersistenceModel prior) : ITieModel
{
    public string Name => name;

    public bool GivesProbabilities => true;

    public double[] Score(ForecastTask task)
    {
        var fitted = prior.Fit(task.History.Ties.Select(HistoryOf)).Model;
        return [.. task.Eligible.Select(tie => fitted.ContactProbability(HistoryOf(tie), task.HorizonDays))];
    }

    // The hours of an only contact-day are no repetition.
    private static RepeatHistory HistoryOf(TieHistory tie) =>
        RepeatHistory.FromDays(tie.ContactDays - 1, tie.ContactDays == 1 ? 0 : tie.SpanDays, tie.AgeDays);
}
