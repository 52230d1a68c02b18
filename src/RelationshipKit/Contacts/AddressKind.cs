using System.Text.Json.Serialization;

namespace RelationshipKit.Contacts;

/// <summary>What sort of address one is.</summary>
[JsonConverter(typeof(EnumJsonConverter<AddressKind>))]
public enum AddressKind
{
    /// <summary>An e-mail address; the default.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A name on a network or in a messenger.</summary>
    Handle,
}
