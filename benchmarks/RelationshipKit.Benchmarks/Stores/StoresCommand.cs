using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using RelationshipKit.EntityFrameworkCore;
using RelationshipKit.PostgreSQL;
using RelationshipKit.Sqlite;
using RelationshipKit.Storage;

namespace RelationshipKit.Benchmarks.Stores;

/// <summary><c>stores</c>: books in a database against the same rows read and written by hand, in one run.</summary>
internal static class StoresCommand
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static Command Create()
    {
        var owners = new Option<int>("--owners")
        {
            Description = "How many owners are asked who is due; each has 150 contacts.",
            DefaultValueFactory = _ => 10_000
        };
        var saves = new Option<int>("--saves") { Description = "How many updates are saved one by one.", DefaultValueFactory = _ => 300 };
        var command = new Command(
            "stores",
            "Compares books in a database with SQL written by hand. PostgreSQL is the server of RELATIONSHIPKIT_POSTGRES, if it is set.")
        {
            owners, saves,
        };
        command.SetAction(async (parsed, _) =>
        {
            Console.WriteLine("| database | what | kit | by hand | ratio | target |");
            Console.WriteLine("|---|---|---|---|---|---|");
            var folder = Directory.CreateTempSubdirectory("relationshipkit").FullName;
            List<Place> places =
            [
                new Place(
                    "SQLite",
                    name => $"Data Source={Path.Combine(folder, name)}.db",
                    text => new SqliteDatabase(text), text => new SqliteConnection(text)),
            ];
            if (Environment.GetEnvironmentVariable("RELATIONSHIPKIT_POSTGRES") is { Length: > 0 } server)
            {
                places.Add(new Place(
                    "PostgreSQL", name => SchemaOf(server, name), text => new NpgsqlDatabase(text), text => new NpgsqlConnection(text)));
            }

            // First, since the memory of the process is measured.
            foreach (var place in places)
            {
                await DueAsync(place, parsed.GetValue(owners));
            }

            foreach (var place in places)
            {
                await SaveOneAsync(place, parsed.GetValue(saves));
                await ImportAndOpenAsync(place);
            }

            Directory.Delete(folder, recursive: true);
            return 0;
        });
        return command;
    }

    private static async Task SaveOneAsync(Place place, int saves)
    {
        // A rehearsal gives the rows that are then written by hand; it also compiles the kit.
        var text = place.Connection("rehearsal_saves");
        var rehearsed = await CreateAsync(text);
        for (var i = 0; i < saves; i++)
        {
            await rehearsed.SaveAsync(Update(rehearsed, i));
        }

        using var source = place.Open(text);
        var touchpoints = StoredRows.Read(source, StoreTables.Touchpoints, "recorded_at");
        var participants = StoredRows.Read(
            source, StoreTables.Participants,
            "(SELECT t.at FROM relationship_touchpoints t WHERE t.digest = relationship_participants.digest)");
        var updates = StoredRows.Read(source, StoreTables.Updates, "revision DESC");

        // Save by save in turn: an idle disk answers five times as fast as a busy one, and both shall meet the same. The connection by hand
        // is one that the pool had for the kit, so journal, synchronous and secure_delete are the same, too.
        var (kit, hand) = (place.Connection("kit_saves"), place.Connection("hand_saves"));
        var stored = await CreateAsync(kit);
        var first = (await CreateAsync(hand)).Book.Revision;
        var (byKit, byHand) = (new double[saves], new double[saves]);
        for (var i = 0; i < saves; i++)
        {
            var update = Update(stored, i);
            var isHandFirst = i % 2 == 1;
            byHand[i] = isHandFirst ? await TimedAsync(() => InsertAsync(i)) : 0;
            byKit[i] = await TimedAsync(() => stored.SaveAsync(update));
            byHand[i] = isHandFirst ? byHand[i] : await TimedAsync(() => InsertAsync(i));
        }

        // The first tenth still compiles.
        Row(place, "save one touchpoint", Median(byKit[(saves / 10)..]), Median(byHand[(saves / 10)..]), "1.5");

        async Task<IStoredBook> CreateAsync(string at) =>
            await new DatabaseStore(place.Database(at), RelationshipBookFactory.Default).CreateAsync("robin", Book(50));

        BookUpdate Update(IStoredBook book, int i) =>
            book.Book.Record($"c{i % 50}", Channel.Voice, Now.Plus(Duration.FromMinutes(i)));

        Task InsertAsync(int i)
        {
            using var connection = place.Open(hand);
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"UPDATE relationship_owners SET revision = {first + i + 1} WHERE id = 1 AND revision = {first + i}";
            command.ExecuteNonQuery();
            touchpoints.Insert(connection, transaction, i);
            participants.Insert(connection, transaction, i);
            updates.Insert(connection, transaction, saves - 1 - i);
            transaction.Commit();
            return Task.CompletedTask;
        }
    }

    private static async Task ImportAndOpenAsync(Place place)
    {
        // The middle of three: the first also compiles, and a disk has its moods.
        var (byKit, byHand) = (new double[3], new double[3]);
        for (var i = 0; i < byKit.Length; i++)
        {
            (byKit[i], byHand[i]) = await ImportAsync(place, place.Connection($"kit_import{i}"), place.Connection($"hand_import{i}"));
        }

        Row(place, "import 100,000 touchpoints", Median(byKit), Median(byHand), "2");
        var kit = place.Connection("kit_open");
        await ImportAsync(place, kit, place.Connection("hand_open"));
        var (cold, plain) = (new double[5], new double[5]);
        for (var i = 0; i < 5; i++)
        {
            cold[i] = await TimedAsync(() => new DatabaseStore(place.Database(kit), RelationshipBookFactory.Default).OpenAsync("robin"));
            plain[i] = await TimedAsync(() =>
            {
                using var connection = place.Open(kit);
                foreach (var table in StoreTables.All)
                {
                    StoredRows.Read(connection, table, string.Join(", ", table.Key));
                }

                return Task.CompletedTask;
            });
        }

        Row(place, "open 500 contacts, 100,000 touchpoints, cold", Median(cold), Median(plain), "2.5");
    }

    private static async Task<(double Kit, double Hand)> ImportAsync(Place place, string kit, string hand)
    {
        var stored = await new DatabaseStore(place.Database(kit), RelationshipBookFactory.Default).CreateAsync("robin", Book(500));
        await new DatabaseStore(place.Database(hand), RelationshipBookFactory.Default).CreateAsync("robin", Book(500));
        var update = stored.Book.Record([.. Enumerable.Range(0, 100_000).Select(i =>
            new Touchpoint(
                $"c{i % 500}", Now.Minus(Duration.FromMinutes(i * 7)), Channel.Message,
                i % 2 == 0 ? Direction.Incoming : Direction.Outgoing))]);
        var byKit = await TimedAsync(() => stored.SaveAsync(update));

        StoredRows[] tables;
        using (var source = place.Open(kit))
        {
            tables =
            [
                StoredRows.Read(source, StoreTables.Touchpoints, "digest"),
                StoredRows.Read(source, StoreTables.Participants, "digest"),
                StoredRows.Read(source, StoreTables.Updates, "revision DESC LIMIT 1"),
            ];
        }

        var byHand = await TimedAsync(() =>
        {
            using var connection = place.Open(hand);
            using var transaction = connection.BeginTransaction();
            foreach (var rows in tables)
            {
                rows.InsertAll(connection, transaction);
            }

            transaction.Commit();
            return Task.CompletedTask;
        });
        return (byKit, byHand);
    }

    private static async Task DueAsync(Place place, int owners)
    {
        var connection = place.Connection("due");
        var store = new DatabaseStore(place.Database(connection), RelationshipBookFactory.Default, new StoreOptions { CachedBooks = 0 });
        var book = Book(150).Record(
            [.. Enumerable.Range(0, 1_500).Select(
                i => new Touchpoint($"c{i % 150}", Now.Minus(Duration.FromHours(i * 5)), Channel.Message, Direction.Mutual))]).OrThrow();
        for (var i = 0; i < owners; i++)
        {
            await store.CreateAsync(string.Create(CultureInfo.InvariantCulture, $"owner {i}"), book);
        }

        GC.Collect();
        var (found, most) = (0L, 0L);
        var seconds = await TimedAsync(async () =>
        {
            await foreach (var due in store.DueAsync(Now, new LocalDate(2026, 3, 8)))
            {
                if (found++ % 1_000 == 0)
                {
                    most = Math.Max(most, Environment.WorkingSet);
                }
            }
        }) / 1_000;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {place.Name} | due of {owners:N0} owners x 150 contacts x 10 touchpoints: {found:N0} due | {seconds:0.0} s, "
                    + $"{owners / seconds:0} owners/s, {most >> 20} MB | | | 300 MB |"));
    }

    private static RelationshipBook Book(int contacts) => RelationshipBook.Create(DateTimeZone.Utc, Cadence.ByCircle())
        .Add(
            Enumerable.Range(0, contacts)
                .Select(
                    i => new Contact($"c{i}", $"Contact {i}")
                    {
                        Circle = i % 3 == 0 ? Circle.Close : Circle.Active,
                        AddedOn = new LocalDate(2025, 1, 1)
                    })).OrThrow();

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Row(Place place, string what, double kit, double hand, string target) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {place.Name} | {what} | {kit:0.00} ms | {hand:0.00} ms | {kit / hand:0.00} | {target} |"));

    private static string SchemaOf(string server, string name)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand($"DROP SCHEMA IF EXISTS bench_{name} CASCADE; CREATE SCHEMA bench_{name}", connection);
        command.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(server) { SearchPath = "bench_" + name }.ToString();
    }

    private sealed record Place(
        string Name, Func<string, string> Connection, Func<string, StoreDatabase> Database,
        Func<string, System.Data.Common.DbConnection> Make)
    {
        public System.Data.Common.DbConnection Open(string text)
        {
            var connection = Make(text);
            connection.Open();
            return connection;
        }
    }
}
