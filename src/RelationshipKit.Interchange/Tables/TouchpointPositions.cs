namespace RelationshipKit.Interchange.Tables;

/// <summary>Where the columns of a touchpoint CSV stand; -1 for those that it lacks.</summary>
internal sealed record TouchpointPositions(
    int At, int Contact, int Channel, int Direction, int Outcome, int Gesture, int Minutes, int Note, int Name, int Id)
{
    /// <summary>Finds the columns by their usual names.</summary>
    public static TouchpointPositions Of(TableColumns columns)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Names.Length; i++)
        {
            found.TryAdd(TouchpointColumns.NameOf(columns.Names[i]), i);
        }

        return Of(found);
    }

    /// <summary>Takes the columns from a table of their names.</summary>
    public static TouchpointPositions Of(Dictionary<string, int> found)
    {
        int Position(string name) => found.GetValueOrDefault(name, -1);
        return new TouchpointPositions(
            Position("at"), Position("contact"), Position("channel"), Position("direction"), Position("outcome"), Position("gesture"),
            Position("minutes"), Position("note"), Position("name"), Position("id"));
    }
}
