using System.Text;
using NodaTime;
using RelationshipKit.Interchange;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

// Files in, by the package alone: an edge list seen from owner 1, and a CSV with one bad row read leniently.
var edges = new EdgeListReader(new EdgeListSettings { Owner = "1" })
    .Read(Text("# SRC DST UNIXSECONDS\n1 2 1767225600\n2 1 1767312000\n2 1 1767312000\n1 1 1767312000\n3 2 1769904000\n"), "edges.txt");
Console.WriteLine(edges.Report);
var asOf = edges.Network.LastInstant!.Value;
var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, edges.Network.Zone);
foreach (var contact in edges.Network.Contacts)
{
    Console.WriteLine($"{contact.Id}: {scorer.For(contact).ScoreAt(edges.Network.Log.Of(contact), asOf)}");
}

var csv = new TouchpointCsvReader(new TouchpointCsvSettings { Zone = DateTimeZoneProviders.Tzdb["Europe/London"], Lenient = true })
    .Read(
        Text(
            "at,contact,channel,direction,minutes\n2026-01-10T18:00:00Z,ada,in "
                + "person,mutual,90\n2026-01-28T08:30:00Z,ada,pigeon,incoming,\n"),
        "touchpoints.csv");
Console.WriteLine(csv.Report);
Console.WriteLine(csv.Report.Skipped[0].Line + " " + csv.Report.Skipped[0].Field);

// A network, saved as a folder and read back.
var folder = Directory.CreateTempSubdirectory("relationshipkit-consumer-");
try
{
    NetworkFolder.Save(folder.FullName, csv.Network);
    var back = NetworkFolder.Load(folder.FullName);
    Console.WriteLine(back.Log.SequenceEqual(csv.Network.Log) && back.Contacts.SequenceEqual(csv.Network.Contacts));
}
finally
{
    folder.Delete(recursive: true);
}

static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));
