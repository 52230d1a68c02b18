using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RelationshipKit.Benchmarks.Peers;

/// <summary>
/// What work is timed with: the processor time of the process where one thread works and the machine tells it, so that whatever else runs
/// counts less; the time of day otherwise.
/// </summary>
internal static class WorkClock
{
    private const int ProcessCpuTime = 2;
    private const double NanosPerSecond = 1e9;

    /// <summary>Gets or sets how many threads work.</summary>
    public static int Threads { get; set; } = 1;

    /// <summary>Gets a time in nanoseconds, of which only differences mean anything.</summary>
    public static double Nanoseconds
    {
        get
        {
            if (Threads == 1 && OperatingSystem.IsLinux() && clock_gettime(ProcessCpuTime, out var time) == 0)
            {
                return (time.Seconds * NanosPerSecond) + time.Nanos;
            }

            return Stopwatch.GetTimestamp() * (NanosPerSecond / Stopwatch.Frequency);
        }
    }

#pragma warning disable SYSLIB1054, CA5392, SA1300, IDE1006
    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec time);
#pragma warning restore SYSLIB1054, CA5392, SA1300, IDE1006

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanos;
    }
}
