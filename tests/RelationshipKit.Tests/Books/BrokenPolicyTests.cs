using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Books;

/// <summary>However a host's policy fails, it fails for its contact alone.</summary>
public class BrokenPolicyTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 16, 9, 0);
    private static readonly LocalDate Monday = new(2026, 3, 16);

    public static TheoryData<Type, string> Policies => new()
    {
        { typeof(AsksItsName), nameof(InvalidOperationException) },
        { typeof(FindsItself), nameof(InsufficientExecutionStackException) },
        { typeof(OutOfMemory), nameof(OutOfMemoryException) },
        { typeof(OutOfText), nameof(OutOfMemoryException) },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void APolicyThatFails_HidesNobodyElse(Type policy, string exception)
    {
        var named = CadencePolicies.Empty.Add("mine", (ICadencePolicy)Activator.CreateInstance(policy)!);
        var book = new RelationshipBookFactory(policies: named, cadence: Cadence.Every(Period.FromWeeks(2))).Create(DateTimeZone.Utc)
            .Add([new Contact("ada", "Ada"), new Contact("bob", "Bob")]).OrThrow()
            .Record("ada", Channel.Voice, AsOf - Duration.FromDays(20)).OrThrow()
            .Record("bob", Channel.Voice, AsOf - Duration.FromDays(20)).OrThrow()
            .WithOverride("bob", Cadence.Named("mine")).OrThrow();

        Assert.Equal(exception, book.CadenceOf("bob", AsOf).Failure!.Exception);
        Assert.Equal(["ada"], book.DueBy(AsOf, Monday).Select(due => due.Contact.Id.Value));
        Assert.Single(book.ReviewCadences(AsOf), finding => finding.Kind == CadenceFindingKind.PolicyFailed);
        Assert.Equal(["ada"], book.PlanWeek(AsOf, Monday).Items.Select(item => item.Contact.Id.Value));
    }

    private static OutOfMemoryException OutOf() => Activator.CreateInstance<OutOfMemoryException>();

    private sealed class AsksItsName : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => Cadence.Named("mine").NextDue(context);
    }

    private sealed class FindsItself : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) =>
            context.Policies.TryGet("mine", out var self) ? self.NextDue(context) : null;
    }

    private sealed class OutOfMemory : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => throw OutOf();
    }

    private sealed class OutOfText : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => throw OutOf();

        public override string ToString() => throw OutOf();
    }
}
