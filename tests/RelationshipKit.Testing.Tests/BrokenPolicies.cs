using NodaTime;

namespace RelationshipKit.Testing.Tests;

/// <summary>One broken policy for each law, each a mistake that is easily made.</summary>
internal static class BrokenPolicies
{
    public static readonly CadencePolicyLawSettings FewRuns = new() { Runs = 60 };

    public static readonly Dictionary<string, (Func<ICadencePolicy> Make, CadencePolicyLawSettings Settings)> ByLaw = new()
    {
        [PolicyUnderLaw.Answers] = (() => new WordsOnly("each month", new ThrowsOnTheLastOfAMonth()), FewRuns with { Runs = 200 }),
        [PolicyUnderLaw.Speaks] = (() => new Wordless(), FewRuns),
        [PolicyUnderLaw.ComesAfter] = (() => new WordsOnly("on Mondays", new SameMonday()), FewRuns),
        [PolicyUnderLaw.IsPure] = (() => new WordsOnly("every other week", new Alternating()), FewRuns),
        [PolicyUnderLaw.IsPureOnThreads] = (() => new WordsOnly("each week", new SharedField()), FewRuns with { Runs = 20 }),
        [PolicyUnderLaw.MindsNoClock] = (() => new WordsOnly("each week, never in the past", new NeverInThePast()), FewRuns),
        [PolicyUnderLaw.MovesOn] = (() => new WordsOnly("the oftener, the oftener", new TheOftenerTheOftener()), FewRuns),
        [PolicyUnderLaw.AnswersAtTheEnds] = (() => new WordsOnly("each year", new EachYear()), FewRuns with { ToTheEndsOfTime = true }),
    };

    // Says what it asks for, and asks as another does.
    private sealed class WordsOnly(string words, ICadencePolicy policy) : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => policy.NextDue(context);

        public override string ToString() => words;
    }

    private sealed class ThrowsOnTheLastOfAMonth : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context)
        {
            var (year, month, day) = context.Reference;
            return CadenceWindow.From(month == 12 ? new LocalDate(year + 1, 1, day) : new LocalDate(year, month + 1, day), 3);
        }
    }

    private sealed class Wordless : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(context.Reference.PlusDays(7), 3);
    }

    private sealed class SameMonday : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.From(context.Reference.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday)), 3);
    }

    private sealed class Alternating : ICadencePolicy
    {
        private int asked;

        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.From(context.Reference.PlusDays(++asked % 2 == 0 ? 7 : 14), 3);
    }

    private sealed class SharedField : ICadencePolicy
    {
        private LocalDate reference;

        public CadenceWindow? NextDue(CadenceContext context)
        {
            reference = context.Reference;
            Thread.Sleep(1);
            return CadenceWindow.From(reference.PlusDays(7), 3);
        }
    }

    private sealed class NeverInThePast : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.From(LocalDate.Max(context.Reference.PlusDays(7), context.Today), 3);
    }

    private sealed class TheOftenerTheOftener : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            CadenceWindow.From(context.Reference.PlusDays(Math.Max(1, 60 - (10 * context.Touchpoints.Length))), 3);
    }

    private sealed class EachYear : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => CadenceWindow.From(context.Reference.PlusYears(1), 30);
    }
}
