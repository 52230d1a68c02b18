using NodaTime;
using RelationshipKit.Forecasts;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Orleans.Tests;

public sealed class FanOutTests(ClusterFixture cluster) : IClassFixture<ClusterFixture>, IAsyncLifetime
{
    private const int Owners = 23;

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly LocalDate Friday = new(2026, 3, 20);
    private static readonly FanOutSettings Small = new() { OwnersPerCall = 2, MaxInFlight = 3 };

    public async Task InitializeAsync()
    {
        var store = cluster.Store();
        for (var i = 0; i < Owners; i++)
        {
            if (await Store.HasAsync(store, $"o{i}"))
            {
                continue;
            }

            // Some owners have nobody due.
            var book = TestBooks.Empty.Add(
                new[] { "ada", "bob", "Eve" }.Select(id => new Contact(id, id) { Circle = i % 4 == 0 ? null : Circle.Inner }))
                .OrThrow();
            await store.CreateAsync($"o{i}", book.Record(Enumerable.Range(0, 40 + i).Select(day => new Touchpoint(
                day % 5 == 0 ? ["ada", "bob"] : [day % 3 == 0 ? "bob" : "ada"],
                Now - Duration.FromDays((day * day / 3) + (day * (i % 3)) + (i % 7)), Channel.Voice, Direction.Mutual))).OrThrow());
        }
    }

    public Task DisposeAsync()
    {
        cluster.Watch = _ => { };
        return Task.CompletedTask;
    }

    [Fact]
    public async Task DueOfAllAsync_IsWhatTheStoreAnswers()
    {
        var expected = new List<string>();
        await foreach (var row in cluster.Store().DueAsync(Now, Friday))
        {
            expected.Add($"{row.Owner}: {row.Due}");
        }

        Assert.NotEmpty(expected);
        foreach (var settings in new[] { new FanOutSettings(), Small, new FanOutSettings { OwnersPerCall = 1, MaxInFlight = 100 } })
        {
            var due = await ListAsync(cluster.Grains.DueOfAllAsync(Now, Friday, settings));
            Assert.Equal(expected.Order(), due.SelectMany(owner => owner.Due.Select(row => $"{owner.Owner}: {row.Reason}")).Order());
            Assert.Equal(due.Count, due.Select(owner => owner.Owner).Distinct().Count());
        }
    }

    [Fact]
    public async Task DueOfAllAsync_ASlowCaller_BeginsNoMoreCallsThanAllowed()
    {
        var (asked, most) = (0, 0);
        cluster.Watch = command => asked += command.Contains("WHERE id >= @from", StringComparison.Ordinal) ? 1 : 0;
        var taken = 0;
        await foreach (var owner in cluster.Grains.DueOfAllAsync(Now, Friday, new FanOutSettings { OwnersPerCall = 1, MaxInFlight = 2 }))
        {
            taken++;
            await Task.Delay(50);
            most = Math.Max(most, asked - taken);
        }

        // Owners with nobody due are asked for as well, so that each four owners give three answers.
        Assert.True(taken > 10);
        Assert.InRange(most, 0, 2 + 1 + (Owners / 4) + 1);
    }

    [Fact]
    public async Task DueOfAllAsync_ACallFails_IsMadeAgain()
    {
        var all = await ListAsync(cluster.Grains.DueOfAllAsync(Now, Friday, Small));
        var left = 3;
        cluster.Watch = command =>
        {
            if (command.Contains("WHERE id >= @from", StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0)
            {
                throw new IOException("The disk is full.");
            }
        };

        var again = await ListAsync(cluster.Grains.DueOfAllAsync(Now, Friday, Small));
        Assert.True(left < 0);
        Assert.Equal(all.Select(owner => owner.Owner).Order(), again.Select(owner => owner.Owner).Order());
    }

    [Fact]
    public async Task DueOfAllAsync_TheStoreIsGone_Throws()
    {
        cluster.Watch = command =>
        {
            if (command.Contains("WHERE id >= @from", StringComparison.Ordinal))
            {
                throw new IOException("The disk is full.");
            }
        };

        await Assert.ThrowsAsync<RelationshipStoreException>(
            () => ListAsync(cluster.Grains.DueOfAllAsync(Now, Friday, Small with { MostTries = 2 })));
    }

    [Fact]
    public async Task DueOfAllAsync_TheCallerStops_EndsTheWork()
    {
        await foreach (var owner in cluster.Grains.DueOfAllAsync(Now, Friday, Small))
        {
            Assert.NotEmpty(owner.Due);
            break;
        }

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ListAsync(cluster.Grains.DueOfAllAsync(Now, Friday, Small, cancelled.Token)));
    }

    [Fact]
    public async Task GapsOfAllAsync_IsTheSumOfAllBooks()
    {
        var sum = RhythmHistory.Empty;
        foreach (var name in await ListAsync(cluster.Store().ListOwnersAsync()))
        {
            sum = sum.Plus((await cluster.Store().OpenAsync(name)).Book.GapsUpTo(Now));
        }

        Assert.True(sum.Gaps > 100);
        Assert.Equal(sum, await cluster.Grains.GapsOfAllAsync(Now));
        Assert.Equal(sum, await cluster.Grains.GapsOfAllAsync(Now, Small));
    }

    [Fact]
    public async Task NetworkOfAllAsync_IsTheSumHoweverItIsDivided()
    {
        var horizon = Duration.FromDays(30);
        var whole = new NetworkHistory();
        foreach (var name in await ListAsync(cluster.Store().ListOwnersAsync()))
        {
            new BookNetworkCounter().Count(name, (await cluster.Store().OpenAsync(name)).Book, Now, horizon, whole);
        }

        var (one, other) =
            (await cluster.Grains.NetworkOfAllAsync(Now, horizon), await cluster.Grains.NetworkOfAllAsync(Now, horizon, Small));
        Assert.Equal(whole.ToBytes(), one.ToBytes());
        Assert.Equal(whole.ToBytes(), other.ToBytes());
        Assert.True(one.Outcomes > 100);
        Assert.Contains(NetworkEffect.FittedTo(one).Coefficients, coefficient => Math.Abs(coefficient) > 0.01);
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> all)
    {
        var list = new List<T>();
        await foreach (var one in all)
        {
            list.Add(one);
        }

        return list;
    }

    private static class Store
    {
        public static async Task<bool> HasAsync(EntityFrameworkCore.DatabaseStore store, string owner) =>
            (await ListAsync(store.ListOwnersAsync())).Contains(owner);
    }
}
