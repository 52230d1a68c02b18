using System.Text.Json.Serialization;

namespace RelationshipKit.Contacts;

/// <summary>How carefully a remembered detail should be handled.</summary>
[JsonConverter(typeof(EnumJsonConverter<Sensitivity>))]
public enum Sensitivity
{
    /// <summary>May be shown like anything else; the default.</summary>
    Ordinary,

    /// <summary>Meant for the owner alone.</summary>
    Private,

    /// <summary>Would hurt if it came out: health, belief, money, trouble.</summary>
    Sensitive,
}
