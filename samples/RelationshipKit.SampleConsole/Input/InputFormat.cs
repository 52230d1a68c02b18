namespace RelationshipKit.SampleConsole.Input;

/// <summary>What the input is.</summary>
internal enum InputFormat
{
    /// <summary>A folder with network.json, contacts.json and touchpoints.json.</summary>
    Seed,

    /// <summary>A CSV file of touchpoints.</summary>
    Csv,

    /// <summary>An edge list.</summary>
    Edges,

    /// <summary>A file that people already have: an address book, mail, a calendar, a chat.</summary>
    People,
}
