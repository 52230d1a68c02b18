using System.CommandLine;

namespace RelationshipKit.Validation.Commands;

/// <summary>The commands of the program, in the order in which help lists them.</summary>
internal static class CommandList
{
    public static IEnumerable<Command> Create(TextWriter output)
    {
        yield return FitDefaultCommand.Create(output);
        yield return TiesCommand.Create(output);
        yield return OwnersCommand.Create(output);
        yield return FlagsCommand.Create(output);
        yield return CdnowCommand.Create(output);
        yield return LivesCommand.Create(output);
    }
}
