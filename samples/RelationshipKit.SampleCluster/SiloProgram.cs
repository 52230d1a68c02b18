using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;

namespace RelationshipKit.SampleCluster;

/// <summary>
/// One silo as a process of its own: silo REDIS POSTGRES CLUSTER SILO-PORT GATEWAY-PORT. It ends when its standard input ends.
/// </summary>
internal static class SiloProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var redis, var postgres, var cluster, var siloPort, var gatewayPort])
        {
            await Console.Error.WriteLineAsync("usage: silo REDIS POSTGRES CLUSTER SILO-PORT GATEWAY-PORT");
            return 2;
        }

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "relationships"));
            silo.ConfigureEndpoints(
                IPAddress.Loopback, int.Parse(siloPort, CultureInfo.InvariantCulture),
                int.Parse(gatewayPort, CultureInfo.InvariantCulture));

            // A dead silo is noticed after two missed probes of a second each, and one vote is enough: the longest gap is about that long.
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(1);
                options.NumMissedProbesLimit = 2;
                options.NumVotesForDeathDeclaration = 1;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(2);
                options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            });
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5));
            silo.AddRelationshipKit(kit => kit.UseNpgsql(postgres));
        });
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine("ready");
        await Console.In.ReadToEndAsync();
        await host.StopAsync();
        return 0;
    }
}
