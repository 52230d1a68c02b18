using System.Text;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>The header of a table: where it stands, what separates its cells, and what the table is.</summary>
/// <param name="Format">What the table is.</param>
/// <param name="LinesBefore">How many lines stand before it.</param>
/// <param name="Separator">The separator.</param>
/// <param name="Columns">The names of the columns.</param>
internal sealed record TableHeader(SourceFormat Format, int LinesBefore, char Separator, string[] Columns)
{
    private const int LinesLookedAt = 15;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Finds the header among the first lines of a file.</summary>
    public static TableHeader? Find(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count && i < LinesLookedAt; i++)
        {
            foreach (var separator in Separators)
            {
                var columns = Split(lines[i].TrimStart('\uFEFF'), separator);
                if (FormatOf(columns) is var format && format != SourceFormat.Unknown)
                {
                    return new TableHeader(format, i, separator, columns);
                }
            }
        }

        return null;
    }

    /// <summary>Splits one line, in which quotes hide separators.</summary>
    public static string[] Split(string line, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }

    /// <summary>Returns nothing of the header but the format.</summary>
    public override string ToString() => Format.ToString();

    private static SourceFormat FormatOf(string[] columns)
    {
        bool Has(string name) => columns.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (Has("CONVERSATION ID") && Has("FROM") && Has("DATE"))
        {
            return SourceFormat.LinkedInMessages;
        }

        if (Has("Connected On") && (Has("First Name") || Has("Last Name")))
        {
            return SourceFormat.LinkedInConnections;
        }

        if (TouchpointColumns.Has(columns, "at") && TouchpointColumns.Has(columns, "contact") && columns.Length >= 3)
        {
            return SourceFormat.TouchpointCsv;
        }

        var known = columns.Count(column => AddressBookColumns.Find(column) is not null);
        return known >= 2 || (known == 1 && columns.Length == 1) ? SourceFormat.AddressBookCsv : SourceFormat.Unknown;
    }
}
