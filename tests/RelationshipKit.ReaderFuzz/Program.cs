using System.Globalization;
using System.Text;
using NodaTime;
using RelationshipKit;
using RelationshipKit.Interchange;
using RelationshipKit.Interchange.Tests.Sources;

// EXECUTIONS SEED [FAMILY...]   reads files damaged at random, so many of each family; ends with 1 at the first that is read wrongly
if (args.Length < 2 || !int.TryParse(args[0], CultureInfo.InvariantCulture, out var executions)
    || !int.TryParse(args[1], CultureInfo.InvariantCulture, out var seed))
{
    Console.Error.WriteLine("usage: EXECUTIONS SEED [FAMILY...]");
    return 2;
}

var path = Path.GetTempFileName();
try
{
    foreach (var family in args.Length > 2 ? args[2..] : [.. DamagedSamples.Whole.Keys])
    {
        var whole = Encoding.UTF8.GetBytes(DamagedSamples.Whole[family]);
        var random = new Random(seed);
        Read(path, whole, family, lenient: true);
        var (slowest, most) = (TimeSpan.Zero, 0L);
        for (var execution = 0; execution < executions; execution++)
        {
            var bytes = whole;
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                bytes = DamagedSamples.Damage(bytes, random);
            }

            try
            {
                var (time, allocated) = Measured(path, bytes, family, lenient: execution % 2 == 0);
                most = Math.Max(most, allocated);
                slowest = time > slowest ? time : slowest;
                if (time > TimeSpan.FromSeconds(1) || allocated > 256 << 20)
                {
                    throw new InvalidOperationException(
                        string.Create(CultureInfo.InvariantCulture, $"it took {time.TotalSeconds:0.0} s and {allocated >> 20} MB."));
                }
            }
            catch (Exception e)
            {
                Console.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{family}, seed {seed}, execution {execution}: {e}\n{Convert.ToBase64String(bytes)}"));
                return 1;
            }
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{family}: {executions} executions, the slowest {slowest.TotalMilliseconds:0} ms, the most {most >> 10} kB allocated"));
    }
}
finally
{
    File.Delete(path);
}

return 0;

// The processor time, since a busy machine makes all slow; what is slow once may have been compiled, what is slow three times is slow.
static (TimeSpan Time, long Allocated) Measured(string path, byte[] bytes, string family, bool lenient)
{
    var (best, allocated) = (TimeSpan.MaxValue, 0L);
    for (var i = 0; i < 3 && best > TimeSpan.FromSeconds(1); i++)
    {
        var before = GC.GetTotalAllocatedBytes();
        var start = Environment.CpuUsage.TotalTime;
        Read(path, bytes, family, lenient);
        var took = Environment.CpuUsage.TotalTime - start;
        best = took < best ? took : best;
        allocated = GC.GetTotalAllocatedBytes() - before;
    }

    return (best, allocated);
}

// All the ways in: an import that is applied twice, and for the two formats that have them the strict readers.
static void Read(string path, byte[] bytes, string family, bool lenient)
{
    File.WriteAllBytes(path, bytes);
    var settings = new ImportSettings
    {
        AsOf = Instant.FromUtc(2026, 6, 1, 0, 0),
        Me = ["me@x.org"],
        Region = lenient ? "GB" : null,
        DateOrder = lenient ? DateOrder.DayMonthYear : null,
        IsStrict = !lenient
    };
    var book = RelationshipBook.Create(DateTimeZone.Utc);
    var import = Import.ReadAsync([path], settings, book).GetAwaiter().GetResult();
    if (!import.Report.HasErrors)
    {
        var update = import.Apply(book);
        var again = Import.ReadAsync([path], settings, update.Book).GetAwaiter().GetResult();
        if (!update.Refused.IsEmpty || !again.Apply(update.Book).Changes.IsEmpty)
        {
            throw new InvalidOperationException("a second import changes the book, or the first was refused in part.");
        }
    }

    try
    {
        _ = family switch
        {
            "touchpoints" => new TouchpointCsvReader(new TouchpointCsvSettings { Lenient = lenient }).ReadFile(path),
            "edges" => new EdgeListReader(new EdgeListSettings { Owner = "a", Lenient = lenient }).ReadFile(path),
            _ => null,
        };
    }
    catch (InterchangeException)
    {
        // The documented answer.
    }
}
