using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Importing;

/// <summary>Keeps what a contact has no place for as lines of a vCard: <c>group.NAME;parameters:value</c>.</summary>
internal static class KeptProperties
{
    private const int Longest = 100_000;

    public static string Write(SourceProperty property)
    {
        var group = property.Group.Length > 0 ? $"{Escape(property.Group)}." : "";
        var parameters = property.Parameters.Length > 0 ? $";{property.Parameters}" : "";
        return $"{group}{Escape(property.Name)}{parameters}:{property.Value}";
    }

    public static string Text(string name, string value) => $"{name}:{VCardText.Escape(value)}";

    /// <summary>Returns the lines of a person, without those that are too long to keep.</summary>
    public static IEnumerable<string> Of(SourcePerson person)
    {
        var lines = person.Unknown.Select(Write).ToList();
        if (person.Nickname.Length > 0 && person.Nickname != person.Name)
        {
            lines.Add(Text("NICKNAME", person.Nickname));
        }

        if (person.Death != default)
        {
            lines.Add(Text("DEATHDATE", person.Death.ToString()));
        }

        if (person.Key is { Length: > 0 } key)
        {
            lines.Add(Text("UID", key));
        }

        return lines.Where(line => line.Length <= Longest && !HasHalfPair(line)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Takes a line back.</summary>
    public static void Read(string line, SourcePerson person)
    {
        var quoted = false;
        var colon = -1;
        for (var i = 0; i < line.Length && colon < 0; i++)
        {
            quoted ^= line[i] == '"';
            colon = line[i] == ':' && !quoted ? i : -1;
        }

        if (colon <= 0)
        {
            return;
        }

        var head = line[..colon];
        var semicolon = head.IndexOf(';', StringComparison.Ordinal);
        var (full, parameters) = semicolon < 0 ? (head, "") : (head[..semicolon], head[(semicolon + 1)..]);
        var point = full.IndexOf('.', StringComparison.Ordinal);
        var (group, name) = point < 0
            ? ("", Uri.UnescapeDataString(full))
            : (Uri.UnescapeDataString(full[..point]), Uri.UnescapeDataString(full[(point + 1)..]));
        var value = line[(colon + 1)..];
        switch (name)
        {
            case "UID" when parameters.Length == 0:
                person.Key = VCardText.Unescape(value);
                break;
            case "NICKNAME" when parameters.Length == 0:
                person.Nickname = VCardText.Unescape(value);
                break;
            case "DEATHDATE" when parameters.Length == 0 && PartialDate.TryParse(value, null, out var death):
                person.Death = death;
                break;
            case "RELATED":
                person.Related.Add(
                    new SourceRelation(
                        parameters.StartsWith("TYPE=", StringComparison.Ordinal) ? parameters[5..].Trim('"') : "",
                        VCardText.Unescape(value)));
                break;
            default:
                person.Unknown.Add(new SourceProperty(name, parameters, value, group));
                break;
        }
    }

    private static string Escape(string name) =>
        name.Replace(
            "%", "%25", StringComparison.Ordinal).Replace(".", "%2E", StringComparison.Ordinal).Replace(":", "%3A",
            StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);

    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
