using Microsoft.Extensions.DependencyInjection;

namespace RelationshipKit.SampleCluster;

/// <summary>
/// Silos in processes of their own, which find each other by Redis and share a PostgreSQL database; this process is their client.
/// </summary>
internal static class ManySilos
{
    public static async Task<int> RunAsync(SampleOptions options)
    {
        await using var servers = await LocalServers.StartAsync();
        await using var silos = new SiloProcesses(servers);
        await Task.WhenAll(Enumerable.Range(0, options.Silos).Select(silos.StartAsync));
        using var client = await ClusterClient.ConnectAsync(servers);
        Console.WriteLine($"{options.Silos} silos on PostgreSQL, found by Redis");
        var traffic = new Traffic(client.Services.GetRequiredService<IGrainFactory>(), options);
        await traffic.RunAsync();
        await using var store = servers.OpenStore();
        return await traffic.CheckAsync(store.Store) ? 0 : 1;
    }
}
