namespace RelationshipKit.Interchange;

/// <summary>How long the content of a file may be.</summary>
internal enum UnpackedLimit
{
    /// <summary>Any length that is stored as such; gzip may unpack to 16 MiB and 50 times its size.</summary>
    Proportional,

    /// <summary>At most 16 MiB, stored or unpacked: for a file that is held in memory as a whole.</summary>
    Small,
}
