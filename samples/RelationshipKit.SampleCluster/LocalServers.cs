using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace RelationshipKit.SampleCluster;

/// <summary>
/// A Redis and a PostgreSQL server: those of RELATIONSHIPKIT_REDIS ("host:port") and RELATIONSHIPKIT_POSTGRES (a connection string), or
/// servers of our own on loopback, in a folder that is gone afterwards.
/// </summary>
internal sealed class LocalServers : IAsyncDisposable
{
    private readonly List<(string Program, string[] Arguments)> stops = [];
    private readonly string folder = Directory.CreateTempSubdirectory("rkcluster").FullName;
    private Process? redis;

    private LocalServers()
    {
    }

    public string Redis { get; private set; } = "";

    public string Postgres { get; private set; } = "";

    /// <summary>Gets the id of the cluster, new for each run: a Redis server may remember others.</summary>
    public string ClusterId { get; } = "relationshipkit-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];

    public static async Task<LocalServers> StartAsync()
    {
        var servers = new LocalServers();
        try
        {
            servers.Redis = Environment.GetEnvironmentVariable("RELATIONSHIPKIT_REDIS") is { Length: > 0 } redis ? redis
                : await servers.StartRedisAsync();
            servers.Postgres = await servers.OwnSchemaAsync(
                Environment.GetEnvironmentVariable("RELATIONSHIPKIT_POSTGRES") is { Length: > 0 } postgres ? postgres
                    : await servers.StartPostgresAsync());
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    public StoreOfServers OpenStore() => new(Postgres);

    public async ValueTask DisposeAsync()
    {
        foreach (var (program, arguments) in stops)
        {
            await RunAsync(program, arguments);
        }

        if (redis is not null)
        {
            redis.Kill();
            await redis.WaitForExitAsync();
            redis.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> StartRedisAsync()
    {
        if (Find("redis-server", ["/usr/bin", "/usr/local/bin"]) is not { } program)
        {
            throw new MissingServerException(
                "redis-server is not installed (Debian's package redis-server), and RELATIONSHIPKIT_REDIS names no server.");
        }

        var port = Ports.Free();
        redis = Process.Start(
            new ProcessStartInfo(
                program, ["--port", Text(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder])
            {
                RedirectStandardOutput = true
            })!;
        redis.OutputDataReceived += (_, _) => { };
        redis.BeginOutputReadLine();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return $"127.0.0.1:{port}";
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task<string> StartPostgresAsync()
    {
        string[] folders =
        [
            .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin")) : [],
            "/usr/bin",
            "/usr/local/bin"
        ];
        if (Find("initdb", folders) is not { } initialise || Find("pg_ctl", folders) is not { } control)
        {
            throw new MissingServerException(
                "PostgreSQL is not installed (Debian's package postgresql), and RELATIONSHIPKIT_POSTGRES names no server.");
        }

        var (data, port) = (Path.Combine(folder, "data"), Ports.Free());
        if (Environment.UserName == "root")
        {
            // The server refuses to run as root.
            await RunAsync("chown", ["postgres", folder]);
        }

        await AsPostgresAsync(initialise, ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"]);
        await AsPostgresAsync(
            control,
            [
                "-D", data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o",
                $"-p {Text(port)} -k {folder} -c listen_addresses=127.0.0.1", "start"
            ]);
        stops.Add(AsPostgres(control, ["-D", data, "-m", "immediate", "stop"]));
        return $"Host=127.0.0.1;Port={Text(port)};Username=postgres;Database=postgres";
    }

    // A schema of this run's own, so that a server that is there already keeps what it has.
    private async Task<string> OwnSchemaAsync(string connectionString)
    {
        var schema = ClusterId.Replace('-', '_');
        await using var source = Npgsql.NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"CREATE SCHEMA {schema}");
        await command.ExecuteNonQueryAsync();
        return $"{connectionString};Search Path={schema}";
    }

    private static async Task AsPostgresAsync(string program, string[] arguments)
    {
        var (run, given) = AsPostgres(program, arguments);
        await RunAsync(run, given);
    }

    private static (string Program, string[] Arguments) AsPostgres(string program, string[] arguments) =>
        Environment.UserName == "root"
            ? ("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", program, .. arguments])
            : (program, arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // pg_ctl leaves a server behind, which would keep pipes of ours open: what it says goes nowhere.
        using var process = Process.Start(
            new ProcessStartInfo(
                "sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new MissingServerException($"{Path.GetFileName(program)} ended with exit code {Text(process.ExitCode)}.");
        }
    }

    private static string? Find(string program, string[] folders) =>
        folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
