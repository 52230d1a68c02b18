using System.Text.Json.Serialization;

namespace RelationshipKit.Forecasts;

/// <summary>What a forecast is made of.</summary>
[JsonConverter(typeof(EnumJsonConverter<ForecastFactor>))]
public enum ForecastFactor
{
    /// <summary>On how many days there was contact: the more, the surer the next one.</summary>
    ContactDays,

    /// <summary>How long the gaps usually are.</summary>
    UsualGap,

    /// <summary>How long the present silence has lasted.</summary>
    Silence,
}
