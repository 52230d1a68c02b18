using System.Text;

namespace RelationshipKit.Documents.Tests;

/// <summary>A program a document shows, with the output it promises.</summary>
/// <remarks>
/// A C# block that opens with a using directive starts a program; one that does not continues the program before it. The text
/// block that comes next, before any other C# block, is what the block prints; without one it must print nothing.
/// </remarks>
internal sealed record MarkdownProgram(string Source, string ExpectedOutput)
{
    public static IReadOnlyList<MarkdownProgram> ReadFrom(string markdown)
    {
        var programs = new List<MarkdownProgram>();
        var mayPrint = false;
        foreach (var (language, text) in Blocks(markdown))
        {
            switch (language)
            {
                case "csharp" when text.StartsWith("using ", StringComparison.Ordinal):
                    programs.Add(new MarkdownProgram(text, string.Empty));
                    mayPrint = true;
                    break;
                case "csharp" when programs.Count > 0:
                    programs[^1] = programs[^1] with { Source = $"{programs[^1].Source}\n{text}" };
                    mayPrint = true;
                    break;
                case "csharp":
                    throw new FormatException($"This block continues no program:\n{text}");
                case "text" when mayPrint:
                    programs[^1] = programs[^1] with { ExpectedOutput = programs[^1].ExpectedOutput + text };
                    mayPrint = false;
                    break;
                default:
                    break;
            }
        }

        return programs;
    }

    private static IEnumerable<(string Language, string Text)> Blocks(string markdown)
    {
        string? language = null;
        var text = new StringBuilder();
        foreach (var line in markdown.Split('\n'))
        {
            if (language is null)
            {
                language = line.StartsWith("```", StringComparison.Ordinal) ? line[3..].Trim() : null;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                yield return (language, text.ToString());
                language = null;
                text.Clear();
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }

        if (language is not null)
        {
            throw new FormatException($"The last block, of '{language}', is never closed.");
        }
    }
}
