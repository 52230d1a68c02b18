using System.Diagnostics;
using System.Globalization;

namespace RelationshipKit.SampleCluster;

/// <summary>Silos that run as processes of their own; they end with this object, or when they are killed.</summary>
internal sealed class SiloProcesses(LocalServers servers) : IAsyncDisposable
{
    private readonly Dictionary<int, (Process Process, int SiloPort, int GatewayPort)> running = [];

    /// <summary>Starts a silo, and waits until it has joined the cluster. One that was killed comes back on its old ports.</summary>
    public async Task StartAsync(int number)
    {
        var program = Environment.ProcessPath!;
        var (siloPort, gatewayPort) = PortsOf(number);
        string[] arguments =
            [
                "silo", servers.Redis, servers.Postgres, servers.ClusterId, siloPort.ToString(CultureInfo.InvariantCulture),
                gatewayPort.ToString(CultureInfo.InvariantCulture)
            ];
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };

        // Started by "dotnet X.dll", the program is that of dotnet.
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        foreach (var argument in isHost ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        lock (running)
        {
            running[number] = (process, siloPort, gatewayPort);
        }

        if (await process.StandardOutput.ReadLineAsync() != "ready")
        {
            throw new InvalidOperationException($"Silo {number} ended before it was ready.");
        }
    }

    /// <summary>Kills a silo with a signal that it cannot catch.</summary>
    public async Task KillAsync(int number)
    {
        Process process;
        lock (running)
        {
            process = running[number].Process;
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _, _) in running.Values)
        {
            process.StandardInput.Close();
        }

        foreach (var (process, _, _) in running.Values)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }

    private (int SiloPort, int GatewayPort) PortsOf(int number)
    {
        lock (running)
        {
            return running.TryGetValue(number, out var before) ? (before.SiloPort, before.GatewayPort) : (Ports.Free(), Ports.Free());
        }
    }
}
