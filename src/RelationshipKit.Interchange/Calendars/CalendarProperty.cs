namespace RelationshipKit.Interchange.Calendars;

/// <summary>A property of a component: name, parameters, value as it stands.</summary>
internal sealed record CalendarProperty(string Name, Dictionary<string, string> Parameters, string Value)
{
    /// <summary>Reads a property; <see langword="null"/> if the line is not a property.</summary>
    public static CalendarProperty? TryParse(string line)
    {
        var quoted = false;
        var colon = -1;
        var cuts = new List<int>();
        for (var i = 0; i < line.Length && colon < 0; i++)
        {
            quoted ^= line[i] == '"';
            if (!quoted && line[i] == ';' && cuts.Count < 100)
            {
                cuts.Add(i);
            }
            else if (!quoted && line[i] == ':')
            {
                colon = i;
            }
        }

        if (colon <= 0)
        {
            return null;
        }

        cuts.Add(colon);
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var part = line[(cuts[i] + 1)..cuts[i + 1]];
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim().Trim('"'));
            }
        }

        return new CalendarProperty(line[..cuts[0]].Trim().ToUpperInvariant(), parameters, line[(colon + 1)..].Trim());
    }

    /// <summary>Returns the value of a parameter; empty if it is not there.</summary>
    public string Parameter(string name) => Parameters.GetValueOrDefault(name, "");

    /// <summary>Returns the name, without the value.</summary>
    public override string ToString() => Name;
}
