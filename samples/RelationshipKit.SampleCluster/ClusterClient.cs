using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;

namespace RelationshipKit.SampleCluster;

/// <summary>A client of the cluster.</summary>
internal static class ClusterClient
{
    public static async Task<IHost> ConnectAsync(LocalServers servers)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client =>
        {
            client.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(servers.Redis));
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (servers.ClusterId, "relationships"));

            // A silo that was killed is left out of account soon, and one that came back is found soon.
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1));
            client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5));
            client.UseConnectionRetryFilter(async (_, cancellationToken) =>
            {
                await Task.Delay(500, cancellationToken);
                return true;
            });
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
