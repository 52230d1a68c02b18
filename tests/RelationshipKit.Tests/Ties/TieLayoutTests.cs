using System.Runtime.CompilerServices;
using NodaTime;
using RelationshipKit.Ties;

namespace RelationshipKit.Tests.Ties;

public class FoldPlanTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void Of_SameSettingsAndZone_IsTheSamePlan()
    {
        var plan = TieLayout.Of(FoldSettings.Default, Zone);

        Assert.Same(plan, TieLayout.Of(FoldSettings.Default, Zone));
        Assert.Same(plan, TieState.Fold(FoldSettings.Default, Zone, [], Instant.FromUtc(2026, 3, 2, 9, 0)).Plan);
        Assert.Equal((FoldSettings.Default, Zone), (plan.Settings, plan.Zone));
    }

    [Fact]
    public void Of_ChangedCopyOrOtherZone_IsAPlanOfItsOwn()
    {
        var plan = TieLayout.Of(FoldSettings.Default, Zone);
        var changed = FoldSettings.Default with { BalanceHalfLife = Duration.FromDays(90) };

        Assert.Equal(Zone, TieLayout.Of(changed, Zone).Zone);
        Assert.Same(changed, TieLayout.Of(changed, Zone).Settings);
        Assert.Equal(DateTimeZone.Utc, TieLayout.Of(FoldSettings.Default, DateTimeZone.Utc).Zone);
        Assert.NotEqual(plan.Fingerprint, TieLayout.Of(changed, Zone).Fingerprint);
        Assert.NotEqual(plan.Fingerprint, TieLayout.Of(FoldSettings.Default, DateTimeZone.Utc).Fingerprint);
    }

    [Fact]
    public void Of_InvalidSettings_IsRefusedEveryTime()
    {
        var invalid = FoldSettings.Default with { Channels = [] };

        Assert.Throws<ArgumentException>("settings", () => TieLayout.Of(invalid, Zone));
        Assert.Throws<ArgumentException>("settings", () => TieLayout.Of(invalid, Zone));
    }

    [Fact]
    public void Of_ManyThreadsAtOnce_IsOnePlan()
    {
        var settings = FoldSettings.Default with { };
        var plans = new TieLayout[64];

        Parallel.For(0, plans.Length, i => plans[i] = TieLayout.Of(settings, Zone));

        Assert.Single(plans.Distinct());
    }

    [Fact]
    public void Of_SettingsNobodyHolds_AreForgotten()
    {
        var plan = PlanOfSettingsNobodyHolds();

        GC.Collect();

        Assert.False(plan.IsAlive);
    }

    [Fact]
    public void Of_ZonesWithoutEnd_DoNotPileUp()
    {
        var settings = FoldSettings.Default with { };
        var plan = PlanOfAZoneNobodyHolds(settings, 1);
        for (var seconds = 2; seconds < 1_010; seconds++)
        {
            PlanOfAZoneNobodyHolds(settings, seconds);
        }

        GC.Collect();

        Assert.False(plan.IsAlive);
        GC.KeepAlive(settings);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference PlanOfSettingsNobodyHolds() => new(TieLayout.Of(FoldSettings.Default with { }, Zone));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference PlanOfAZoneNobodyHolds(FoldSettings settings, int seconds) =>
        new(TieLayout.Of(settings, DateTimeZone.ForOffset(Offset.FromSeconds(seconds))));
}
