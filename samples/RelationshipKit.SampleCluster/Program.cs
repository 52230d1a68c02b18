using RelationshipKit.SampleCluster;

// The program is its own silo: with several silos it starts itself as often as it needs.
if (args is ["silo", .. var rest])
{
    return await SiloProgram.RunAsync(rest);
}

if (SampleOptions.Parse(args, Console.Error) is not { } options)
{
    return 2;
}

try
{
    return options.Silos == 1 && options.Store == "sqlite" ? await OneSilo.RunAsync(options) : await ManySilos.RunAsync(options);
}
catch (MissingServerException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 2;
}
