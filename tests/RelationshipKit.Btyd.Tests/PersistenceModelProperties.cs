using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RelationshipKit.Numerics;
using static RelationshipKit.Btyd.Tests.PersistenceArbitraries;

namespace RelationshipKit.Btyd.Tests;

public class PersistenceModelProperties
{
    [Property(MaxTest = 2000)]
    public Property Answers_are_finite_and_in_range() =>
        Prop.ForAll(Models, Histories, Horizons, (model, history, horizon) =>
            model.AliveProbability(history) is >= 0 and <= 1
            && model.ContactProbability(history, horizon) is >= 0 and <= 1
            && model.ExpectedContacts(history, horizon) is >= 0 and < double.PositiveInfinity
            && double.IsFinite(model.LogLikelihood(history)));

    [Property(MaxTest = 1000)]
    public Property A_longer_horizon_never_makes_contact_less_likely() =>
        Prop.ForAll(Models, Histories, HorizonPairs, (model, history, horizons) =>
            model.ContactProbability(history, 0) == 0
            && model.ContactProbability(history, Math.Min(horizons.First, horizons.Second))
                <= model.ContactProbability(history, Math.Max(horizons.First, horizons.Second))
                    + (model is ParetoNbd ? Rounding(model, history) : 0));

    [Property(MaxTest = 1000)]
    public Property Horizons_chain() =>
        Prop.ForAll(Models, Histories, HorizonPairs.Filter(pair => pair.First < 1e9 && pair.Second < 1e9), (model, history, horizons) =>
        {
            var (first, second) = horizons;

            // The age must take up the first horizon without rounding it away.
            var later = After(history, first);
            first = later.AgeDays - history.AgeDays;
            var whole = 1 - model.ContactProbability(history, first + second);
            var parts = (1 - model.ContactProbability(history, first)) * (1 - model.ContactProbability(later, second));
            return Math.Abs(whole - parts) <= 10 * Rounding(model, history);
        });

    [Property(MaxTest = 1000)]
    public Property Contact_is_never_likelier_than_being_alive() =>
        Prop.ForAll(Models, Histories, Horizons, (model, history, horizon) =>
            model.ContactProbability(history, horizon) <= model.AliveProbability(history));

    [Property(MaxTest = 1000)]
    public Property For_ever_contact_is_as_likely_as_being_alive_unless_life_may_end_first() =>
        Prop.ForAll(Models, Histories, (model, history) =>
        {
            var alive = model.AliveProbability(history);
            var ever = model.ContactProbability(history, 1e10);

            // What is left of the rate's distribution after so long.
            return model switch
            {
                BgNbd bg => Math.Abs(alive - ever) <= alive * (Left(bg.R, bg.AlphaDays, history) + 1e-14),
                ParetoNbd pareto => alive < 1e-300 || ever < alive || MayEndFirst(pareto, history) < 1e-12,
                _ => false,
            };
        });

    [Property(MaxTest = 1000)]
    public Property Silence_never_makes_life_or_contact_likelier() =>
        Prop.ForAll(Models, Histories, HorizonPairs, (model, history, spans) =>
        {
            var (silence, horizon) = spans;
            var later = After(history, silence);
            var room = model is ParetoNbd ? Rounding(model, history) : 1e-15;
            return model.AliveProbability(later) <= model.AliveProbability(history) + room
                && model.ContactProbability(later, horizon) <= model.ContactProbability(history, horizon) + room;
        });

    [Property(MaxTest = 1000)]
    public Property The_unit_of_time_does_not_matter() =>
        Prop.ForAll(
            Models.Filter(model => InRange(model)),
            Histories.Filter(history => history.AgeDays < 1e8),
            (from horizon in Horizons.Filter(
                horizon => horizon < 1e8).Generator from factor in Gen.Elements(0.01, 1.0 / 7, 24) select (horizon, factor))
                .ToArbitrary(),
            (model, history, unit) =>
            {
                var (horizon, factor) = unit;
                var other = InUnit(model, factor);
                var same = RepeatHistory.FromDays(
                    history.Repeats, Math.Min(history.LastDays * factor, history.AgeDays * factor), history.AgeDays * factor);

                // Times are rounded on the way, and each of x + 1 contacts and each unit of a shape counts that.
                var rounding = 1e-13 * (1000 + history.Repeats + Math.Abs(model.LogLikelihood(history)));
                return Math.Abs(other.AliveProbability(same) - model.AliveProbability(history)) <= rounding
                    && Math.Abs(other.ContactProbability(same, horizon * factor) - model.ContactProbability(history, horizon)) <= rounding
                    && Math.Abs(other.ExpectedContacts(same, horizon * factor) - model.ExpectedContacts(history, horizon))
                        <= rounding * (1 + model.ExpectedContacts(history, horizon))
                    && Math.Abs(
                        other.LogLikelihood(same) + (history.Repeats * Elementary.Log(factor)) - model.LogLikelihood(history)) <= rounding;
            });

    [Property(MaxTest = 1000)]
    public Property No_contact_is_as_likely_as_the_history_that_it_leads_to() =>
        Prop.ForAll(
            Models, Histories.Filter(history => history.AgeDays < 1e9), Horizons.Filter(horizon => horizon < 1e9),
            (model, history, horizon) =>
        {
            var later = After(history, horizon);
            var likelihood = model.LogLikelihood(history);
            var none = Elementary.Exp(model.LogLikelihood(later) - likelihood);
            return Math.Abs(1 - none - model.ContactProbability(history, later.AgeDays - history.AgeDays)) <= (1e-13 * Math.Abs(likelihood))
                + (100 * Rounding(model, history));
        });

    [Property(MaxTest = 1000)]
    public Property No_more_than_one_contact_is_expected_where_none_is_likely() =>
        Prop.ForAll(Models, Histories, Horizons, (model, history, horizon) =>
            model.ContactProbability(history, horizon) <= model.ExpectedContacts(history, horizon) * (1 + 1e-11));

    [Property(MaxTest = 500)]
    public Property The_gradient_is_that_of_differences() =>
        Prop.ForAll(
            Models.Filter(model => InRange(model)),
            Histories.Filter(history => history.Repeats <= 10_000 && history.AgeDays is > 1e-3 and < 1e6),
            Gen.Choose(0, 3).ToArbitrary(),
            (model, history, i) =>
            {
                var (likelihood, parameters) = Likelihoods.Of(model);
                var gradient = new double[4];
                likelihood.Use(parameters);
                likelihood.Add(history, 1, gradient);

                const double Step = 1e-4;
                var above = At(1);
                var below = At(-1);
                var twice = At(2) - At(-2);

                // Richardson's difference; its error grows with the size of what is subtracted.
                var expected = ((8 * (above - below)) - twice) / (12 * Step);
                return Math.Abs(gradient[i] - expected) <= 1e-6 * (1 + Math.Abs(expected)) + (1e-11 * Math.Abs(above));

                double At(int steps)
                {
                    var moved = (double[])parameters.Clone();
                    moved[i] *= Elementary.Exp(steps * Step);
                    likelihood.Use(moved);
                    return likelihood.Add(history, 0, new double[4]);
                }
            });

    // Powers are taken in logarithms up to 60 times the exponent, the largest of which are the repeats and the shapes.
    private static double Rounding(IPersistenceModel model, RepeatHistory history) =>
        1e-12 + (2e-14 * (history.Repeats + (model is ParetoNbd pareto ? pareto.R + pareto.S : Likelihoods.Of(model).Parameters[0])));

    private static double Left(double r, double alpha, RepeatHistory history) =>
        Elementary.Exp(-(r + history.Repeats) * Elementary.Log1P(1e10 / (alpha + history.AgeDays)));

    // At least so many lives end for each next contact, now or at the end.
    private static double MayEndFirst(ParetoNbd pareto, RepeatHistory history) =>
        pareto.S / (pareto.R + history.Repeats) * Math.Min(
            (pareto.AlphaDays + history.AgeDays) / (pareto.BetaDays + history.AgeDays),
            (pareto.AlphaDays + 1e10) / (pareto.BetaDays + 1e10));

    private static bool InRange(IPersistenceModel model) =>
        Likelihoods.Of(model).Parameters.All(parameter => parameter is > 1e-3 and < 5e3);
}
