using System.Text.Json.Serialization;

namespace RelationshipKit.Contacts;

/// <summary>When a 29 February falls in a year that has none.</summary>
/// <remarks>The default value is <see cref="LastOfFebruary"/>.</remarks>
[JsonConverter(typeof(EnumJsonConverter<LeapDayRule>))]
public enum LeapDayRule
{
    /// <summary>On 28 February.</summary>
    LastOfFebruary,

    /// <summary>On 1 March.</summary>
    FirstOfMarch,

    /// <summary>Not at all; only leap years count.</summary>
    LeapYearsOnly,
}
