namespace RelationshipKit.Orleans;

/// <summary>Counts how often silos joined, left or died. Each time an owner may have been taken over by another silo.</summary>
internal sealed class ClusterChanges(ISiloStatusOracle silos) : ISiloStatusListener, ILifecycleParticipant<ISiloLifecycle>
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status) => Interlocked.Increment(ref count);

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(ClusterChanges),
        ServiceLifecycleStage.RuntimeGrainServices,
        _ =>
        {
            silos.SubscribeToSiloStatusEvents(this);
            return Task.CompletedTask;
        },
        _ =>
        {
            silos.UnSubscribeFromSiloStatusEvents(this);
            return Task.CompletedTask;
        });
}
