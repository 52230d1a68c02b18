using Microsoft.Extensions.DependencyInjection;
using RelationshipKit.Storage;

namespace RelationshipKit.SampleCluster;

/// <summary>The store as a program that is not a silo opens it.</summary>
internal sealed class StoreOfServers(string connectionString) : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddRelationshipKit(kit => kit.UseNpgsql(connectionString))
        .BuildServiceProvider();

    public IRelationshipStore Store => services.GetRequiredService<IRelationshipStore>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
