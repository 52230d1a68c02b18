using System.Diagnostics;
using System.Runtime.InteropServices;

namespace RelationshipKit.Benchmarks.Limit;

/// <summary>The peers' work in C++ (<c>limit.cpp</c>), compiled for this machine where g++ is there.</summary>
internal static class CppLibrary
{
    private const string Name = "limit";

    private static readonly Lazy<IntPtr> Handle = new(Compile);

    static CppLibrary() =>
        NativeLibrary.SetDllImportResolver(typeof(CppLibrary).Assembly, static (name, _, _) => name == Name ? Handle.Value : IntPtr.Zero);

    /// <summary>Gets a value indicating whether the program could be compiled and loaded; says why not on standard error.</summary>
    public static bool IsThere => Handle.Value != IntPtr.Zero;

    public static void Grouped(
        int ties, int[] offsets, long[] micros, byte[] kinds, byte[] directions, CppKinds table, long asOf, CppAnswer answer) =>
        limit_grouped(
            ties, offsets, micros, kinds, directions, table.Weights, table.Rich, table.Weights.Length, asOf, answer.Strength,
            answer.Columns.ExpectedContacts,
            answer.Columns.Balance, answer.Columns.ContactDays, answer.Columns.LastTouch, answer.Columns.Touchpoints, answer.Columns.Top,
            answer.Columns.Top.Length);

    public static void Stream(
        int ties, int[] tieOf, long[] micros, byte[] kinds, byte[] directions, CppKinds table, long asOf, CppAnswer answer) =>
        limit_stream(
            ties, tieOf.Length, tieOf, micros, kinds, directions, table.Weights, table.Rich, table.Weights.Length, asOf, answer.Strength,
            answer.Columns.ExpectedContacts,
            answer.Columns.Balance, answer.Columns.ContactDays, answer.Columns.LastTouch, answer.Columns.Touchpoints, answer.Columns.Top,
            answer.Columns.Top.Length);

    public static void Rescore(double[] masses, int[] days, long[] last, int[] counts, long landmark, long asOf, CppAnswer answer) =>
        limit_rescore(
            days.Length, masses, days, last, counts, landmark, asOf, answer.Strength, answer.Columns.ExpectedContacts,
            answer.Columns.Balance, answer.Columns.ContactDays, answer.Columns.LastTouch, answer.Columns.Touchpoints, answer.Columns.Top,
            answer.Columns.Top.Length);

    private static IntPtr Compile()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "limit.cpp");
        var target = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"relationshipkit-limit-{Environment.ProcessId}.so"));
        try
        {
            using var compiler = Process.Start(
                new ProcessStartInfo(
                    "g++", ["-O3", "-march=native", "-shared", "-fPIC", "-o", target, source]) { RedirectStandardError = true })!;
            var errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
            {
                throw new InvalidOperationException($"g++ does not compile limit.cpp: {errors}");
            }

            return NativeLibrary.Load(target);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine("g++ is not installed; the C++ rows are left out.");
            return IntPtr.Zero;
        }
        finally
        {
            // What is loaded stays loaded.
            File.Delete(target);
        }
    }

#pragma warning disable SYSLIB1054, CA5392, CA1838, SA1300, IDE1006, SA1117
    [DllImport(Name)]
    private static extern void limit_grouped(
        int ties, int[] offsets, long[] micros, byte[] kinds, byte[] directions, double[] weights, byte[] rich, int kindCount, long asOf,
        double[] strength, double[] expectedContacts, double[] balance, int[] contactDays, long[] lastTouch, int[] touchpoints, int[] top,
        int wanted);

    [DllImport(Name)]
    private static extern void limit_stream(
        int ties, long rows, int[] tieOf, long[] micros, byte[] kinds, byte[] directions, double[] weights, byte[] rich, int kindCount,
        long asOf,
        double[] strength, double[] expectedContacts, double[] balance, int[] contactDays, long[] lastTouch, int[] touchpoints, int[] top,
        int wanted);

    [DllImport(Name)]
    private static extern void limit_rescore(
        int ties, double[] masses, int[] days, long[] last, int[] counts, long landmark, long asOf,
        double[] strength, double[] expectedContacts, double[] balance, int[] contactDays, long[] lastTouch, int[] touchpoints, int[] top,
        int wanted);
#pragma warning restore SYSLIB1054, CA5392, CA1838, SA1300, IDE1006, SA1117
}
