using RelationshipKit.Validation.Protocol;

namespace RelationshipKit.Validation.Baselines;

/// <summary>The more contact-days so far, the likelier.</summary>
internal sealed class ContactDaysModel : ITieModel
{
    public string Name => "contact-days";

    public bool GivesProbabilities => false;

    public double[] Score(ForecastTask task) => [.. task.Eligible.Select(tie => (double)tie.ContactDays)];
}
