using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RelationshipKit.Storage;

namespace RelationshipKit.SampleCluster;

/// <summary>A first try: one silo in this process, over a SQLite file that is gone afterwards.</summary>
internal static class OneSilo
{
    public static async Task<int> RunAsync(SampleOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("relationshipkit");
        try
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            builder.UseOrleans(silo => silo
                .UseLocalhostClustering(Ports.Free(), Ports.Free())
                .AddRelationshipKit(kit => kit.UseSqlite($"Data Source={Path.Combine(folder.FullName, "people.db")}")));
            using var host = builder.Build();
            await host.StartAsync();
            Console.WriteLine("1 silo on SQLite");
            var traffic = new Traffic(host.Services.GetRequiredService<IGrainFactory>(), options);
            await traffic.RunAsync();
            var isSame = await traffic.CheckAsync(host.Services.GetRequiredService<IRelationshipStore>());
            await host.StopAsync();
            return isSame ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
