using System.Text.Json.Serialization;

namespace RelationshipKit.Bulk;

/// <summary>A number of a tie that stands in a column of <see cref="ScoreColumns"/>.</summary>
[JsonConverter(typeof(EnumJsonConverter<ScoreColumn>))]
public enum ScoreColumn
{
    /// <summary>The strength, from 0 to 1.</summary>
    Strength,

    /// <summary>The expected contacts in 30 days.</summary>
    ExpectedContacts,

    /// <summary>The balance, between -1 and 1.</summary>
    Balance,

    /// <summary>The lower end of the 90 % interval of the balance.</summary>
    BalanceLow,

    /// <summary>The upper end of the 90 % interval of the balance.</summary>
    BalanceHigh,

    /// <summary>The momentum, from -1 to 1.</summary>
    Momentum,

    /// <summary>The number of contact-days.</summary>
    ContactDays,

    /// <summary>The usual gap in days.</summary>
    UsualGapDays,

    /// <summary>The days since the last touch.</summary>
    SilentDays,

    /// <summary>The share of comparable gaps that would be over by now.</summary>
    SilencePercentile,

    /// <summary>The probability of contact within a horizon.</summary>
    ContactWithin,

    /// <summary>The number of touchpoints.</summary>
    Touchpoints,

    /// <summary>The instant of the first touchpoint.</summary>
    FirstTouch,

    /// <summary>The instant of the last touchpoint.</summary>
    LastTouch,

    /// <summary>Whether the tie is about to go quiet: 1 if so, 0 if not.</summary>
    LosingTouch,
}
