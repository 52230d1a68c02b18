namespace RelationshipKit.Interchange.Addresses;

/// <summary>What an address of a source is.</summary>
internal enum SourceAddressKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A name or number within one service, written <c>service:name</c>.</summary>
    Handle,

    /// <summary>The name a chat shows, where the source has nothing better.</summary>
    Name,
}
