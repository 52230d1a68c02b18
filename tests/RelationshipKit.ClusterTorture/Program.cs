using System.Globalization;
using RelationshipKit.ClusterTorture;
using RelationshipKit.SampleCluster;

// chaos SECONDS SEED    three silos, 16 writers, a random silo killed every ten seconds: nothing may be lost, doubled or contradicted
// measure               throughput of grains against the store, a warm question against opening the book, bytes of an idle owner
// silo ...              one of the silos; the program starts itself so
try
{
    switch (args)
    {
        case ["silo", .. var rest]:
            return await SiloProgram.RunAsync(rest);
        case ["chaos", var seconds, var seed]:
            return await Chaos.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        case ["measure"]:
            return await Measures.RunAsync();
        default:
            Console.Error.WriteLine("usage: chaos SECONDS SEED | measure");
            return 2;
    }
}
catch (MissingServerException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}
