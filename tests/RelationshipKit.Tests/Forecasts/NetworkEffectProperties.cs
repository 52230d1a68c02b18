using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Tests.Forecasts;

public class NetworkEffectProperties
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Duration Month = Duration.FromDays(30);

    [Property(MaxTest = 50)]
    public bool Silence_never_makes_contact_likelier_whatever_the_network_did(int seed, PositiveInt later)
    {
        var effect = NetworkEffect.FittedTo(Any(new Random(seed), 120));
        var (now, then) =
            (NetworkEffectTests.ForecastOf(3, Start), NetworkEffectTests.ForecastOf(3 + later.Get, Start + Duration.FromDays(later.Get)));

        // Everybody stays silent: silences grow, and what was recent is no longer.
        return effect.ContactWithin(then, Month, 5 + later.Get, 4, 0, 30) <= effect.ContactWithin(now, Month, 5, 4, 3, 30);
    }

    [Property(MaxTest = 30)]
    public bool Histories_of_owners_add_in_any_order_to_the_same_bits(int seed)
    {
        var (one, other) = (Any(new Random(seed), 60), Any(new Random(~seed), 40));
        var (forth, back) = (new NetworkHistory(), new NetworkHistory());
        forth.Add(one);
        forth.Add(other);
        back.Add(other);
        back.Add(one);

        return forth.Outcomes == 100 && NetworkEffect.FittedTo(forth).Coefficients.SequenceEqual(NetworkEffect.FittedTo(back).Coefficients);
    }

    [Property(MaxTest = 50)]
    public bool A_longer_horizon_never_makes_contact_of_a_network_less_likely(int seed, PositiveInt more)
    {
        var effect = NetworkEffect.FittedTo(Any(new Random(seed), 120));
        var forecast = NetworkEffectTests.ForecastOf(3, Start);
        double Within(int days) => effect.ContactWithin(forecast, Duration.FromDays(days), 5, 4, 3, 30)!.Value;

        return Within(7) <= Within(7 + more.Get) && Within(7 + more.Get) <= 1;
    }

    // Contact for no reason, or for the wrong ones: after long silence rather than short.
    private static NetworkHistory Any(Random random, int outcomes)
    {
        var history = new NetworkHistory();
        var isContrary = random.Next(2) == 0;
        for (var i = 0; i < outcomes; i++)
        {
            var (silent, elsewhere, common) = (random.Next(200), random.Next(300), random.Next(9));
            var likely = isContrary ? (silent + elsewhere) / 500.0 : 0.3;
            history.Add(
                NetworkEffectTests.ForecastOf(silent, Start - ((i % 4) * Month)),
                Month,
                random.Next(9) == 0 ? double.PositiveInfinity : elsewhere,
                common,
                random.Next(common + 1),
                common + random.Next(30),
                random.NextDouble() < likely);
        }

        return history;
    }
}
