namespace RelationshipKit.Documents.Tests;

/// <summary>The tests that take over the console's output, of which a process has one: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ConsoleCollection
{
    public const string Name = "Console";
}
