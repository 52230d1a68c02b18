using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Conventions;

/// <summary>NaN is refused everywhere: every public member that takes a double is fed one.</summary>
public class NaNConventionTests
{
    // What the other arguments and the receivers are; a type that is missing makes the test fail, so that it is added.
    private static readonly Dictionary<Type, object> Samples = new()
    {
        [typeof(string)] = "sample",
        [typeof(int)] = 1,
        [typeof(double)] = 1.0,
        [typeof(Instant)] = Instant.FromUtc(2026, 3, 2, 9, 0),
        [typeof(LocalDate)] = new LocalDate(2026, 3, 2),
        [typeof(Duration)] = Duration.FromDays(1),
        [typeof(DateTimeZone)] = DateTimeZone.Utc,
        [typeof(ContactId)] = ContactId.FromValue("ada"),
        [typeof(Facet)] = Facet.Personal,
        [typeof(Circle)] = Circle.Close,
        [typeof(Channel)] = Channel.Voice,
        [typeof(ICadencePolicy)] = Cadence.Never,
        [typeof(bool)] = true,
        [typeof(bool?)] = true,
        [typeof(NetworkEffect)] = NetworkEffect.None,
        [typeof(NetworkHistory)] = new NetworkHistory(),
        [typeof(Forecast)] = default(Forecast),
        [typeof(RhythmState)] = RhythmState.None,
        [typeof(RhythmHazard)] = RhythmHazard.Default,
        [typeof(FoldSettings)] = FoldSettings.Default,
        [typeof(ScoreSettings)] = ScoreSettings.Default,
        [typeof(SimulationSettings)] = SimulationSettings.Default,
    };

    // Settings are checked as a whole where they are put to use, so that all problems are named at once.
    private static readonly Dictionary<Type, Action<object>> Uses = new()
    {
        [typeof(ScoreSettings)] = settings => _ = new RelationshipScorer(FoldSettings.Default, (ScoreSettings)settings, DateTimeZone.Utc),
    };

    // Doubles inside collections cannot be fed one by one from here; each of these has a case of its own below.
    private static readonly string[] FedByHand =
    [
        "RelationshipKit.Ties.DecayCurve.Mixture",
        "RelationshipKit.Scoring.ScoreSettings.set_CircleCeilings",
        "RelationshipKit.Scoring.ScoreSettings.set_FacetCeilings",
    ];

    public static TheoryData<string> Members => [.. Feedable().Select(NameOf)];

    [Theory]
    [MemberData(nameof(Members))]
    public void NaN_ForADouble_IsRefused(string member)
    {
        var (method, position) = Feedable().Single(pair => NameOf(pair) == member);
        var arguments = method.GetParameters()
            .Select((parameter, i) => i == position ? double.NaN : SampleOf(parameter.ParameterType))
            .ToArray();

        Assert.ThrowsAny<ArgumentException>(() => Feed(method, arguments));
    }

    [Fact]
    public void Doubles_InsideCollections_AreFedByHand() =>
        Assert.Equal(
            FedByHand.Order(StringComparer.Ordinal),
            PublicApi.Callables
                .Where(
                    method => method.GetParameters().Any(parameter => !IsDouble(parameter.ParameterType) && Holds(parameter.ParameterType)))
                // written to, never read
                .Where(method => method.GetParameters().All(parameter => parameter.ParameterType != typeof(Memory<double>)))
                .Select(PublicApi.Describe)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void NaN_AsAShareOfAMixture_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DecayCurve.Mixture((Duration.FromDays(3), double.NaN)));

    [Fact]
    public void NaN_AsACeiling_IsRefused()
    {
        foreach (var settings in new[]
        {
            ScoreSettings.Default with { CircleCeilings = ScoreSettings.Default.CircleCeilings.SetItem("close", double.NaN) },
            ScoreSettings.Default with { FacetCeilings = ScoreSettings.Default.FacetCeilings.SetItem("family", double.NaN) },
        })
        {
            Assert.Throws<ArgumentException>(() => new RelationshipScorer(FoldSettings.Default, settings, DateTimeZone.Utc));
        }
    }

    private static IEnumerable<(MethodBase Method, int Position)> Feedable() =>
        from method in PublicApi.Callables
        from parameter in method.GetParameters()
        where !parameter.IsOut && IsDouble(parameter.ParameterType)
        select (method, parameter.Position);

    private static string NameOf((MethodBase Method, int Position) pair) =>
        $"{PublicApi.Describe(pair.Method)}({string.Join(", ", pair.Method.GetParameters().Select(parameter => parameter.ParameterType.Name))}) {pair.Position}";

    private static bool IsDouble(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(double);

    private static bool Holds(Type type) =>
        type == typeof(double) || (type.HasElementType ? Holds(type.GetElementType()!) : type.GetGenericArguments().Any(Holds));

    private static void Feed(MethodBase method, object?[] arguments)
    {
        if (method is ConstructorInfo constructor)
        {
            constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
            return;
        }

        var type = method.DeclaringType!;
        var receiver = method.IsStatic ? null : SampleOf(type);
        if (((MethodInfo)method).ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
        {
            // As `with` does: a copy, then the initialiser.
            receiver = type.GetMethod("<Clone>$")!.Invoke(receiver, null);
        }

        var result = method.Invoke(receiver, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
        if (Uses.TryGetValue(type, out var use))
        {
            use(result is not null && result.GetType() == type ? result : receiver!);
        }
    }

    private static object? SampleOf(Type type) =>
        Samples.TryGetValue(type, out var sample) ? sample
        : type.IsEnum ? Activator.CreateInstance(type)
        : Nullable.GetUnderlyingType(type) is { } inner ? SampleOf(inner)
        : throw new InvalidOperationException($"There is no sample of {type}; add one.");
}
