using System.CommandLine;
using BenchmarkDotNet.Running;
using RelationshipKit.Benchmarks.Peers;

// Everything else is BenchmarkDotNet's.
if (args is not ["peers" or "scaling", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    return 0;
}

var parsed = new RootCommand("Compares the kit with what one would use instead.") { PeersCommand.Create(), ScalingCommand.Create() }.Parse(args);
if (parsed.Errors.Count > 0)
{
    Console.Error.WriteLine(parsed.Errors[0].Message);
    return 2;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
