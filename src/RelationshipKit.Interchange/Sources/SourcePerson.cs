using NodaTime;
using RelationshipKit.Interchange.Addresses;

namespace RelationshipKit.Interchange.Sources;

/// <summary>A person as one file knows them; not yet anybody in a book.</summary>
internal sealed class SourcePerson : SourceItem
{
    /// <summary>Gets or sets the name as it is shown; empty if the source has none.</summary>
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the name in its parts.</summary>
    public NameParts? Parts { get; set; }

    /// <summary>Gets or sets what friends call the person.</summary>
    public string Nickname { get; set; } = "";

    /// <summary>Gets the addresses, in the order of the source, each once.</summary>
    public List<PersonAddress> Addresses { get; } = [];

    /// <summary>Gets or sets the birthday, maybe without a year or only a year.</summary>
    public PartialDate Birthday { get; set; }

    /// <summary>Gets or sets the anniversary.</summary>
    public PartialDate Anniversary { get; set; }

    /// <summary>Gets or sets the date of death.</summary>
    public PartialDate Death { get; set; }

    /// <summary>Gets other dates with what the source calls them.</summary>
    public List<SourceDate> Dates => field ??= [];

    /// <summary>Gets or sets the organisation.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>Gets or sets the title or position.</summary>
    public string Title { get; set; } = "";

    /// <summary>Gets or sets the notes.</summary>
    public string Note { get; set; } = "";

    /// <summary>Gets the tags: categories, labels, groups.</summary>
    public List<string> Tags => field ??= [];

    /// <summary>Gets the people this one is related to.</summary>
    public List<SourceRelation> Related => field ??= [];

    /// <summary>Gets the properties that the kit has no place for.</summary>
    public List<SourceProperty> Unknown => field ??= [];

    /// <summary>Gets or sets the key of the person within the source; <see langword="null"/> if it has none.</summary>
    public string? Key { get; set; }

    /// <summary>Gets or sets a value indicating whether the source says that this is its owner.</summary>
    public bool IsMe { get; set; }

    /// <summary>Gets or sets the day on which the source says that the two were connected.</summary>
    public LocalDate? ConnectedOn { get; set; }

    /// <summary>Gets or sets how often the owner wants to be in touch, in days, if the source says.</summary>
    public int? CadenceDays { get; set; }

    /// <summary>Gets a value indicating whether there is enough to know the person by.</summary>
    public bool HasIdentity => Name.Length > 0 || Nickname.Length > 0 || Addresses.Count > 0 || Organisation.Length > 0;

    /// <summary>The digest of all that is known, once somebody asked for it.</summary>
    internal string? Digest;

    /// <summary>Adds an address unless it is there.</summary>
    public void Add(SourceAddress? address, string written, string label = "")
    {
        if (address is { } found && !Addresses.Exists(other => other.Address == found))
        {
            Addresses.Add(new PersonAddress(found, written, label));
        }
    }

    /// <summary>Adds a tag unless it is there or empty.</summary>
    public void AddTag(string text)
    {
        var tag = NameText.Clean(text);
        if (tag.Length is > 0 and <= 256 && !Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
        {
            Tags.Add(tag);
        }
    }

    /// <summary>Adds a line to the notes.</summary>
    public void AddNote(string text)
    {
        var note = NameText.CleanLines(text);
        if (note.Length > 0)
        {
            Note = Note.Length == 0 ? note : $"{Note}\n{note}";
        }
    }

    /// <summary>Returns nothing of the person.</summary>
    public override string ToString() => "a person";
}
