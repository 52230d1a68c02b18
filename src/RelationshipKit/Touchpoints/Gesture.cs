using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>What a touchpoint was for.</summary>
/// <remarks>A gesture never changes a score; it tells planning what was given, asked and promised.</remarks>
[JsonConverter(typeof(EnumJsonConverter<Gesture>))]
public enum Gesture
{
    /// <summary>Nothing in particular, or nobody noted it. The default.</summary>
    None,

    /// <summary>Asking how the other is.</summary>
    CheckIn,

    /// <summary>Coming back to something after a meeting.</summary>
    FollowUp,

    /// <summary>Passing on an article, a song, a photograph.</summary>
    Share,

    /// <summary>Congratulating.</summary>
    Congratulate,

    /// <summary>Thanking.</summary>
    Thank,

    /// <summary>Giving advice.</summary>
    Advice,

    /// <summary>Helping with a task.</summary>
    Help,

    /// <summary>Bringing two people together.</summary>
    Introduction,

    /// <summary>Encouraging.</summary>
    Encouragement,

    /// <summary>Giving a present.</summary>
    Gift,

    /// <summary>Asking for something.</summary>
    Ask,

    /// <summary>Inviting.</summary>
    Invite,

    /// <summary>Promising something.</summary>
    Promise,

    /// <summary>Apologising.</summary>
    Apology,
}
