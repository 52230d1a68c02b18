namespace RelationshipKit.Contacts;

/// <summary>What an occasion celebrates.</summary>
public enum OccasionKind
{
    /// <summary>The day a contact was born, year after year; the default.</summary>
    Birthday,

    /// <summary>The day of something that lasts, such as a wedding or a job, year after year.</summary>
    Anniversary,

    /// <summary>Something reached, celebrated once.</summary>
    Achievement,
}
