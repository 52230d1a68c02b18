using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.Tests.Stores;

namespace RelationshipKit.Orleans.Tests;

/// <summary>Two silos over one SQLite file, each with a store of its own, as two machines have it.</summary>
public sealed class ClusterFixture : IAsyncLifetime, IDisposable
{
    private readonly TestDatabase database = new();
    private int owners;

    /// <summary>
    /// Gets or sets what happens before each command that a silo sends to the database, and before and after each commit; it may throw.
    /// </summary>
    public Action<string> Watch { get; set; } = _ => { };

    public InProcessTestCluster Cluster { get; private set; } = null!;

    public IGrainFactory Grains => Cluster.Client;

    public async Task InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo(
            (_, silo) =>
                silo.AddRelationshipKit(kit => kit.UseDatabase(_ => new WatchedDatabase(database.Database, command => Watch(command)))));
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    public void Dispose() => database.Dispose();

    /// <summary>Opens the file as a program that is no silo would.</summary>
    internal DatabaseStore Store() => database.Store();

    /// <summary>Returns the grain of an owner whom no other test has.</summary>
    internal (string Name, IRelationshipGrain Grain) NewOwner()
    {
        var name = $"owner {Interlocked.Increment(ref owners)}";
        return (name, Grains.GetGrain<IRelationshipGrain>(name));
    }

    /// <summary>Returns the grain of an owner who has a book with three contacts.</summary>
    internal async Task<(string Name, IRelationshipGrain Grain)> OwnerOfThreeAsync()
    {
        var owner = NewOwner();
        await Store()
            .CreateAsync(
                owner.Name,
                TestBooks.Empty.Add(new[] { "ada", "bob", "Eve" }.Select(id => new Contact(id, id) { Circle = Circle.Inner })).OrThrow());
        return owner;
    }
}
