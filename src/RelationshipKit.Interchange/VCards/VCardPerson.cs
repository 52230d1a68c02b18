using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;
using RelationshipKit.Interchange.Tables;

namespace RelationshipKit.Interchange.VCards;

/// <summary>Makes a person of the properties of one card.</summary>
internal sealed class VCardPerson(AddressText addresses)
{
    private static readonly HashSet<string> Dropped =
        ["BEGIN", "VERSION", "PRODID", "REV", "X-ABLABEL", "X-ABADR", "X-APPLE-OMIT-YEAR", "X-MS-OL-DEFAULT-POSTAL-ADDRESS"];

    private readonly SourcePerson person = new();
    private readonly List<(string Property, string Reason)> unread = [];
    private readonly List<VCardProperty> properties = new(16);
    private Dictionary<string, string>? labels;

    /// <summary>Gets a value indicating whether the card is of a group.</summary>
    public bool IsGroup { get; private set; }

    /// <summary>Gets the dates that are not valid, by property, each with what is wrong; they are kept as they were written.</summary>
    public IReadOnlyList<(string Property, string Reason)> Unread => unread;

    public void Add(VCardProperty property)
    {
        if (property.Name == "X-ABLABEL" && property.Group.Length > 0)
        {
            labels ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            labels.TryAdd(property.Group, VCardText.Unescape(property.Value));
        }

        properties.Add(property);
    }

    public SourcePerson Finish()
    {
        foreach (var property in properties)
        {
            if (property.Value.Length > 0 && !Dropped.Contains(property.Name) && !Take(property))
            {
                Keep(property);
            }
        }

        if (person.Name.Length == 0 && person.Parts is { } parts)
        {
            person.Name = NameText.Clean(parts.Full);
        }

        // Before version 4.0 a card must have N: a name that nobody took apart stands in it whole.
        if (person.Parts is { Given: "", Additional: "", Prefix: "", Suffix: "" } && person.Parts.Family == person.Name
            && !properties.Exists(IsVersionFour))
        {
            person.Parts = null;
        }

        if (person.Name.Length == 0)
        {
            person.Name = person.Nickname.Length > 0 ? person.Nickname : person.Organisation;
        }

        return person;
    }

    private static bool IsVersionFour(VCardProperty property) => property.Name == "VERSION" && property.Value.StartsWith('4');

    private bool Take(VCardProperty property) => property.Name switch
    {
        "FN" => person.Name.Length > 0 || FullName(property),
        "N" => person.Parts is not null || Name(property.Value),
        "NICKNAME" => person.Nickname.Length > 0 || Nickname(property),
        "EMAIL" => Address(AddressText.Email(VCardText.Unescape(property.Value)), property),
        "TEL" => Address(Phone(VCardText.Unescape(property.Value)), property),
        "IMPP" => Address(Messenger(VCardText.Unescape(property.Value)), property),
        "BDAY" => person.Birthday != default || Birthday(property),
        "ANNIVERSARY" or "X-ANNIVERSARY" => person.Anniversary != default || Anniversary(property),
        "DEATHDATE" or "X-DEATHDATE" => person.Death != default || Death(property),
        "X-ABDATE" => LabelledDate(property),
        "ORG" => person.Organisation.Length > 0 ? false : Organisation(property.Value),
        "TITLE" => person.Title.Length > 0 ? false : Title(property),
        "NOTE" => Note(property.Value),
        "CATEGORIES" => Tags(property.Value),
        "RELATED" => Related(property),
        "X-ABRELATEDNAMES" => Relation(Label(property), property.Value),
        "X-SPOUSE" => Relation("spouse", property.Value),
        "X-MANAGER" => Relation("manager", property.Value),
        "X-ASSISTANT" => Relation("assistant", property.Value),
        "X-ANDROID-CUSTOM" => Android(property.Value),
        "UID" => person.Key is not null || Key(property),
        "KIND" or "X-ADDRESSBOOKSERVER-KIND" => Kind(property),
        _ => false,
    };

    private static string Text(VCardProperty property) => NameText.Clean(VCardText.Unescape(property.Value));

    private bool FullName(VCardProperty property)
    {
        person.Name = Text(property);
        return true;
    }

    private bool Nickname(VCardProperty property)
    {
        person.Nickname = Text(property);
        return true;
    }

    private bool Title(VCardProperty property)
    {
        person.Title = Text(property);
        return true;
    }

    private bool Key(VCardProperty property)
    {
        person.Key = Text(property) is { Length: > 0 } key ? key : null;
        return true;
    }

    private bool Birthday(VCardProperty property) => Date(property) is { } date && (person.Birthday = date) == date;

    private bool Anniversary(VCardProperty property) => Date(property) is { } date && (person.Anniversary = date) == date;

    private bool Death(VCardProperty property) => Date(property) is { } date && (person.Death = date) == date;

    private bool Name(string value)
    {
        var parts = VCardText.Split(value, ';');
        string Part(int i) => i < parts.Count ? NameText.Clean(parts[i]) : "";
        var name = new NameParts(Part(0), Part(1), Part(2), Part(3), Part(4));
        person.Parts = name.IsEmpty ? null : name;

        return true;
    }

    private SourceAddress? Phone(string text)
    {
        var number = text.Trim();
        var extension = number.IndexOf(";ext=", StringComparison.OrdinalIgnoreCase);
        return addresses.Phone(extension < 0 ? number : $"{number.AsSpan(0, extension)} x{number.AsSpan(extension + 5)}");
    }

    private static SourceAddress? Messenger(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? AddressText.Handle(text[..colon].ToLowerInvariant(), text[(colon + 1)..]) : null;
    }

    private bool Address(SourceAddress? address, VCardProperty property)
    {
        if (address is null)
        {
            return false;
        }

        var label = labels is not null && property.Group.Length > 0 && labels.ContainsKey(property.Group) ? Label(property)
            : property.Label;
        person.Add(
            address, VCardText.Unescape(property.Value).Trim(),
            NameText.Clean(label.StartsWith("x-", StringComparison.Ordinal) ? label[2..] : label));
        return true;
    }

    private PartialDate? Date(VCardProperty property)
    {
        var date = VCardDate.Of(property);
        if (date is null && !VCardDate.IsInWords(property))
        {
            unread.Add((property.Name, TableDate.WhyNot(property.Value, DateOrder.DayMonthYear)));
        }

        return date;
    }

    private bool LabelledDate(VCardProperty property)
    {
        var label = Label(property);
        if (Date(property) is not { } date)
        {
            return false;
        }

        if (label.Equals("anniversary", StringComparison.OrdinalIgnoreCase) && person.Anniversary == default)
        {
            person.Anniversary = date;
        }
        else
        {
            person.Dates.Add(new SourceDate(label, date));
        }

        return true;
    }

    private bool Organisation(string value)
    {
        person.Organisation = NameText.Clean(string.Join(", ", VCardText.Split(value, ';').Where(part => part.Length > 0)));
        return true;
    }

    private bool Note(string value)
    {
        person.AddNote(VCardText.Unescape(value));
        return true;
    }

    private bool Tags(string value)
    {
        VCardText.Split(value, ',').ForEach(person.AddTag);
        return true;
    }

    private bool Related(VCardProperty property)
    {
        var kind = property.FirstType;
        var value = VCardText.Unescape(property.Value).Trim();
        var isText = "text".Equals(property.Parameter("VALUE"), StringComparison.OrdinalIgnoreCase);
        person.Related.Add(isText ? new SourceRelation(kind, NameText.Clean(value)) : new SourceRelation(kind, "", value));
        return true;
    }

    private bool Relation(string kind, string value)
    {
        var name = NameText.Clean(VCardText.Unescape(value));
        if (name.Length > 0)
        {
            person.Related.Add(new SourceRelation(kind, name));
        }

        return true;
    }

    // The kind of the row, its value, the number of its type, and a label of the user's own if that number is 0.
    private bool Android(string value)
    {
        var parts = VCardText.Split(value, ';');
        if (parts.Count < 2)
        {
            return false;
        }

        var type = parts.Count > 2 ? parts[2] : "";
        switch (parts[0])
        {
            case "vnd.android.cursor.item/nickname":
                person.Nickname = person.Nickname.Length > 0 ? person.Nickname : NameText.Clean(parts[1]);
                return true;
            case "vnd.android.cursor.item/relation":
                return Relation(
                    type == "14" ? "spouse" : type == "0" && parts.Count > 3 ? parts[3].ToLowerInvariant() : AndroidRelations.NameOf(type),
                    parts[1]);
            case "vnd.android.cursor.item/contact_event" when VCardDate.TryParse(parts[1], out var date):
                if (type == "3")
                {
                    // The BDAY of the card says the same, often with a year.
                    person.Birthday = person.Birthday == default ? date : person.Birthday;
                }
                else if (type == "1" && person.Anniversary == default)
                {
                    person.Anniversary = date;
                }
                else
                {
                    person.Dates.Add(new SourceDate(parts.Count > 3 && type == "0" ? parts[3] : "", date));
                }

                return true;
            default:
                return false;
        }
    }

    private bool Kind(VCardProperty property)
    {
        IsGroup = property.Value.Trim().Equals("group", StringComparison.OrdinalIgnoreCase);
        return IsGroup || property.Value.Trim().Equals("individual", StringComparison.OrdinalIgnoreCase);
    }

    // Labels that Apple translates stand in _$!<...>!$_.
    private string Label(VCardProperty property) =>
        labels is not null && labels.TryGetValue(property.Group, out var label)
            ? NameText.Clean(label.Replace("_$!<", "", StringComparison.Ordinal).Replace(">!$_", "", StringComparison.Ordinal))
                .ToLowerInvariant()
            : "";

    private void Keep(VCardProperty property)
    {
        person.Unknown.Add(new SourceProperty(property.Name, property.WrittenParameters(), OneLine(property.Value), property.Group));
        if (labels is not null && property.Group.Length > 0 && labels.TryGetValue(property.Group, out var label))
        {
            person.Unknown.Add(new SourceProperty("X-ABLABEL", "", OneLine(label), property.Group));
        }
    }

    private static string OneLine(string value) =>
        !value.AsSpan().ContainsAny('\r', '\n') ? value : value.Replace("\r\n", "\\n", StringComparison.Ordinal).Replace(
            "\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);
}
