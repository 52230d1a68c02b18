using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using RelationshipKit.Benchmarks.Files;
using RelationshipKit.Benchmarks.Limit;
using RelationshipKit.Benchmarks.Peers;
using RelationshipKit.Benchmarks.Stores;

// Everything else is BenchmarkDotNet's. An iteration of a fifth of a second, instead of half a second, is thousands of calls for most of
// what is measured here, and all classes are done in minutes.
if (args is not ["peers" or "scaling" or "limit" or "stores" or "files", ..])
{
    // On a busy machine the benchmarks take longer to build than the two minutes that are allowed by default.
    var config = ManualConfig.Create(DefaultConfig.Instance)
        .WithBuildTimeout(TimeSpan.FromMinutes(10))
        .AddJob(Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(200)).AsMutator());
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
    return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
}

var parsed = new RootCommand(
    "Compares the kit with what one would use instead.") { PeersCommand.Create(), ScalingCommand.Create(), LimitCommand.Create(),
    StoresCommand.Create(), FilesCommand.Create() }.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(parsed.Errors[0].Message);
    return 2;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
