using System.Globalization;
using NodaTime;
using RelationshipKit;
using RelationshipKit.Interchange;
using RelationshipKit.Touchpoints;

// write FOLDER   saves one network after another until it is killed, and says each that is saved
// check FOLDER   loads the folder, and says which save it holds; ends with 1 if it holds none that is whole
switch (args)
{
    case ["write", var folder]:
        for (var number = 1; ; number++)
        {
            NetworkFolder.Save(folder, NetworkOf(number));
            Console.WriteLine(number);
        }

    case ["check", var folder]:
        var network = NetworkFolder.Load(folder);
        var held = int.Parse(network.Title!, CultureInfo.InvariantCulture);
        var isWhole = network.Log.SequenceEqual(NetworkOf(held).Log) && network.Contacts.SequenceEqual(NetworkOf(held).Contacts);
        Console.WriteLine(held);
        return isWhole ? 0 : 1;

    default:
        Console.Error.WriteLine("usage: write FOLDER | check FOLDER");
        return 2;
}

static Network NetworkOf(int number)
{
    // Every second save has other files, too: with and without an owner's profile.
    var log = new TouchpointLog();
    for (var i = 0; i < 20_000; i++)
    {
        log.Add(
            new Touchpoint(
                $"c{i % 50}", Instant.FromUnixTimeSeconds(1_700_000_000 + (i * 997L)), Channel.Message,
                Direction.Outgoing) { Note = number.ToString(CultureInfo.InvariantCulture) });
    }

    return new Network("Robin", DateTimeZone.Utc, Enumerable.Range(0, 50).Select(i => new Contact($"c{i}", $"Contact {i}")), log)
    {
        Title = number.ToString(CultureInfo.InvariantCulture),
        Cadences = number % 2 == 0 ? null : new RelationshipKit.Cadences.CadenceRules { Policy = Cadence.ByCircle() },
    };
}
