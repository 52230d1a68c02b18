using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.VCards;

/// <summary>Writes vCard 4.0 and 3.0 in UTF-8, folded at 75 octets, with CRLF.</summary>
internal sealed class VCardWriter
{
    private readonly Stream stream;
    private readonly bool four;
    private int groups;

    private VCardWriter(Stream stream, bool four)
    {
        this.stream = stream;
        this.four = four;
    }

    /// <summary>Writes a card for each person.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="people">The people.</param>
    /// <param name="four">Whether to write version 4.0 and not 3.0.</param>
    public static void Write(Stream stream, IEnumerable<SourcePerson> people, bool four)
    {
        var writer = new VCardWriter(stream, four);
        foreach (var person in people)
        {
            writer.Card(person);
        }
    }

    private void Card(SourcePerson person)
    {
        groups = 0;
        var used = person.Unknown.Select(property => property.Group)
            .Where(group => group.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Line("BEGIN:VCARD");
        Line(four ? "VERSION:4.0" : "VERSION:3.0");
        Text("UID", person.Key ?? "");
        Line($"FN:{Plain(DisplayName(person))}");
        if (person.Parts is { } parts)
        {
            Line(
                $"N:{string.Join(';', new[] { parts.Family, parts.Given, parts.Additional, parts.Prefix, parts.Suffix }.Select(VCardText.Escape))}");
        }
        else if (!four)
        {
            Line($"N:{VCardText.Escape(DisplayName(person))};;;;");
        }

        Text("NICKNAME", person.Nickname);
        person.Addresses.ForEach(address => Address(address, used));
        if (person.Organisation.Length > 0)
        {
            Line($"ORG:{VCardText.Escape(person.Organisation)}");
        }

        Text("TITLE", person.Title);
        Date("BDAY", person.Birthday);
        if (four)
        {
            Date("ANNIVERSARY", person.Anniversary);
        }
        else
        {
            LabelledDate("_$!<Anniversary>!$_", person.Anniversary, used);
        }

        Date(four ? "DEATHDATE" : "X-DEATHDATE", person.Death);
        person.Dates.ForEach(date => LabelledDate(date.Label, date.Date, used));
        if (person.Tags.Count > 0)
        {
            Line($"CATEGORIES:{string.Join(',', person.Tags.Select(Plain))}");
        }

        person.Related.ForEach(relation => Relation(relation, used));
        Text("NOTE", person.Note);
        foreach (var property in person.Unknown)
        {
            var group = property.Group.Length > 0 ? $"{property.Group}." : "";
            Line($"{group}{property.Name}{(property.Parameters.Length > 0 ? $";{property.Parameters}" : "")}:{property.Value}");
        }

        Line("END:VCARD");
    }

    private static string DisplayName(SourcePerson person) =>
        person.Name.Length > 0 ? person.Name : person.Addresses.Count > 0 ? person.Addresses[0].Written : "";

    private void Address(PersonAddress address, HashSet<string> used)
    {
        var (name, value) = address.Address.Kind switch
        {
            SourceAddressKind.Email => ("EMAIL", address.Written),
            SourceAddressKind.Phone => ("TEL", address.Written),
            _ => ("IMPP", address.Address.Value),
        };
        var plain = address.Label.Length > 0 && address.Label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (address.Label.Length == 0 || plain)
        {
            Line($"{name}{(plain ? $";TYPE={address.Label}" : "")}:{Plain(value)}");
        }
        else
        {
            var group = NextGroup(used);
            Line($"{group}.{name}:{Plain(value)}");
            Line($"{group}.X-ABLabel:{Plain(address.Label)}");
        }
    }

    private void Relation(SourceRelation relation, HashSet<string> used)
    {
        var plain = relation.Kind.Length > 0 && relation.Kind.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        if (relation.Key is { } key)
        {
            Line($"RELATED{(plain ? $";TYPE={relation.Kind}" : "")}:{Plain(key)}");
        }
        else if (four && (plain || relation.Kind.Length == 0))
        {
            Line($"RELATED{(plain ? $";TYPE={relation.Kind}" : "")};VALUE=text:{Plain(relation.Name)}");
        }
        else
        {
            var group = NextGroup(used);
            Line($"{group}.X-ABRELATEDNAMES:{Plain(relation.Name)}");
            if (relation.Kind.Length > 0)
            {
                Line($"{group}.X-ABLabel:{Plain(relation.Kind)}");
            }
        }
    }

    private void Date(string name, PartialDate date)
    {
        if (date == default)
        {
            return;
        }

        var omit = !four && date.Year is null ? ";X-APPLE-OMIT-YEAR=1604" : "";
        Line($"{name}{omit}:{(four ? VCardDate.Written(date) : VCardDate.WrittenForThree(date))}");
    }

    private void LabelledDate(string label, PartialDate date, HashSet<string> used)
    {
        if (date == default)
        {
            return;
        }

        var group = NextGroup(used);
        Date($"{group}.X-ABDATE", date);
        Line($"{group}.X-ABLabel:{Plain(label)}");
    }

    private string NextGroup(HashSet<string> used)
    {
        string group;
        do
        {
            group = $"item{++groups}";
        }
        while (used.Contains(group));

        return group;
    }

    private void Text(string name, string value)
    {
        if (value.Length > 0)
        {
            Line($"{name}:{Plain(value)}");
        }
    }

    // Some readers of version 4.0 leave the backslash before a semicolon; version 3.0 asks for it.
    private string Plain(string text) => four ? VCardText.EscapeInList(text) : VCardText.Escape(text);

    private void Line(string text) => FoldedLines.Write(stream, text);
}
