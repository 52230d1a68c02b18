using RelationshipKit.Btyd;
using RelationshipKit.Validation.Metrics;

namespace RelationshipKit.Validation.Cdnow;

/// <summary>A run of the <c>cdnow</c> command, as the JSON gives it.</summary>
/// <param name="File">The file.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="PurchaseDays">Purchases with those of one customer and day as one.</param>
/// <param name="Customers">The customers of the calibration.</param>
/// <param name="Repeats">Their repeated purchases up to its end.</param>
/// <param name="WithoutRepeat">The customers who bought on one day only.</param>
/// <param name="HoldoutPurchases">The purchases of the holdout.</param>
/// <param name="HoldoutWeeks">Its length.</param>
/// <param name="RecencyAuc">How well the time of the last purchase alone ranks who buys in the holdout.</param>
/// <param name="Models">The models, fitted.</param>
/// <param name="Points">Values at single histories.</param>
internal sealed record CdnowJson(
    string File,
    int Rows,
    int PurchaseDays,
    int Customers,
    int Repeats,
    int WithoutRepeat,
    int HoldoutPurchases,
    double HoldoutWeeks,
    double? RecencyAuc,
    IReadOnlyList<FitJson> Models,
    IReadOnlyList<PointJson> Points)
{
    // The published fits are plain maximum likelihood.
    private static readonly PersistenceFitSettings NoPrior = new() { PriorWeight = 0 };

    public static CdnowJson Of(string file, CustomerTable table)
    {
        var customers = table.Customers;
        bool[] bought = [.. customers.Select(customer => customer.HoldoutPurchases > 0)];
        return new CdnowJson(
            file,
            table.Rows,
            table.PurchaseDays,
            customers.Count,
            customers.Sum(customer => customer.History.Repeats),
            customers.Count(customer => customer.History.Repeats == 0),
            customers.Sum(customer => customer.HoldoutPurchases),
            CustomerTable.HoldoutWeeks,
            Auc(customers.Select(customer => customer.History.LastDays - customer.History.AgeDays), bought),
            [.. Published.Fits.Select(published => Fitted(published, customers, bought))],
            [.. Published.Points.Select(PointJson.Of)]);
    }

    private static FitJson Fitted(PublishedFit published, IReadOnlyList<Customer> customers, bool[] bought)
    {
        var fit = published.Start.Fit(customers.Select(customer => customer.History), NoPrior);
        double[] parameters = fit.Model switch
        {
            BgNbd bg => [bg.R, bg.AlphaDays, bg.A, bg.B],
            ParetoNbd pareto => [pareto.R, pareto.AlphaDays, pareto.S, pareto.BetaDays],
            _ => throw new InvalidOperationException($"{published.Name} is none of the three models."),
        };
        double[] expected = [.. customers.Select(customer => fit.Model.ExpectedContacts(customer.History, CustomerTable.HoldoutWeeks))];
        return new FitJson(
            published.Name,
            [.. published.Parameters.Select((name, i) => new ParameterJson(name, parameters[i], published.Values[i]))],
            fit.LogLikelihood,
            published.LogLikelihood,
            fit.Converged,
            fit.Iterations,
            expected.Sum(),
            expected.Select((value, i) => Math.Abs(value - customers[i].HoldoutPurchases)).Average(),
            Auc(customers.Select(customer => fit.Model.ContactProbability(customer.History, CustomerTable.HoldoutWeeks)), bought));
    }

    private static double? Auc(IEnumerable<double> scores, bool[] bought) =>
        new ScoredOutcomes([.. scores], bought, areProbabilities: false).Measure().Auc;
}
