using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>Whether the owner still keeps in touch with a contact.</summary>
[JsonConverter(typeof(EnumJsonConverter<ContactState>))]
public enum ContactState
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>Put away: no suggestion anywhere, the history is kept.</summary>
    Archived,

    /// <summary>The person has died: no suggestion anywhere, the history is kept.</summary>
    Deceased,
}
