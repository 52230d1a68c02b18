namespace RelationshipKit.Interchange;

/// <summary>The versions of vCard that are written.</summary>
public enum VCardVersion
{
    /// <summary>vCard 4.0 (RFC 6350); the default.</summary>
    Four,

    /// <summary>vCard 3.0 (RFC 2426), for older programs.</summary>
    Three,
}
