namespace RelationshipKit.Validation.Protocol;

/// <summary>What is asked of a network.</summary>
internal sealed record TiesSettings
{
    /// <summary>Gets how far ahead to look, in days.</summary>
    public required double HorizonDays { get; init; }

    /// <summary>Gets the cuts, in days since the first row, earliest first; at least two.</summary>
    public required IReadOnlyList<double> CutDays { get; init; }

    /// <summary>Gets the contact-days a pair must have up to a cut to be asked about; at least 1.</summary>
    public int MinContactDays { get; init; } = 2;

    /// <summary>Gets a value indicating whether every cut that has earlier ones to train on is tested, not the last alone.</summary>
    public bool Rolling { get; init; }

    /// <summary>Gets the number of people drawn by lot, whose ties alone are looked at; <see langword="null"/> for everybody.</summary>
    public int? OwnersSample { get; init; }

    /// <summary>Gets the number of resamples behind each interval.</summary>
    public int Resamples { get; init; } = 1_000;

    /// <summary>Gets the most threads at work at once, or -1 for as many as there are; no number depends on it.</summary>
    public int MaxDegreeOfParallelism { get; init; } = -1;

    /// <summary>Gets the seed of all sampling.</summary>
    public long Seed { get; init; } = 1;
}
