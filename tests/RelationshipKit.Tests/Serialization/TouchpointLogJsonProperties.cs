using FsCheck.Xunit;
using RelationshipKit.Serialization;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Tests.Generators;
using RelationshipKit.Tests.Touchpoints;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Serialization;

[Properties(Arbitrary = [typeof(TouchpointArbitraries), typeof(LogChangeArbitraries)], Replay = "(2862933555777941757,3037000493)")]
public class TouchpointLogJsonProperties
{
    [Property(EndSize = 60)]
    public void What_was_saved_is_loaded_and_saved_to_the_same_bytes(LogChange[] changes)
    {
        var log = TouchpointLogProperties.LogOf(changes);
        var bytes = Saved(log);
        var loaded = TouchpointLogJson.Load(new MemoryStream(bytes));

        Assert.Equal(log, loaded);
        Assert.Equal(bytes, Saved(loaded));
    }

    [Property(MaxTest = 300, EndSize = 60)]
    public void A_loaded_log_remembers_and_goes_on_as_the_saved_one(LogChange[] before, LogChange[] after)
    {
        var log = TouchpointLogProperties.LogOf(before);
        var loaded = TouchpointLogJson.Load(new MemoryStream(Saved(log)));

        foreach (var change in after)
        {
            Assert.Equal(change.ApplyTo(log), change.ApplyTo(loaded));
        }

        Assert.All(TouchpointArbitraries.Instants, instant => Assert.Equal(log.AsKnownAt(instant), loaded.AsKnownAt(instant)));
    }

    private static byte[] Saved(TouchpointLog log)
    {
        using var stream = new MemoryStream();
        TouchpointLogJson.Save(stream, log);
        return stream.ToArray();
    }
}
