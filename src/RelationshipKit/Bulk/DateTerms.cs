namespace RelationshipKit.Bulk;

/// <summary>What one date counts for, part by part: a weight, and the instant it decays from. A part that is missing weighs 0, from any instant of the date.</summary>
internal struct DateTerms
{
    public const int Light = 0;
    public const int Rich = 1;
    public const int Outgoing = 2;

    public double LightWeight { get; set; }

    public double RichWeight { get; set; }

    public double OutgoingWeight { get; set; }

    public double IncomingWeight { get; set; }

    public long LightMicros { get; set; }

    public long RichMicros { get; set; }

    public long OutgoingMicros { get; set; }

    public long IncomingMicros { get; set; }

    /// <summary>Gets an instant of the date.</summary>
    public readonly long AnyMicros => LightMicros;

    /// <summary>Returns a part by its number.</summary>
    public readonly (long Micros, double Weight) Of(int part) => part switch
    {
        Light => (LightMicros, LightWeight),
        Rich => (RichMicros, RichWeight),
        Outgoing => (OutgoingMicros, OutgoingWeight),
        _ => (IncomingMicros, IncomingWeight),
    };
}
