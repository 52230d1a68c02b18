namespace RelationshipKit.Interchange.Addresses;

/// <summary>An address in the one form in which it is compared.</summary>
/// <remarks>
/// E-mail in lower case, telephone numbers in E.164 where they are dialable ones, names in NFC without invisible marks. Equality is
/// ordinal.
/// </remarks>
internal readonly record struct SourceAddress(SourceAddressKind Kind, string Value)
{
    /// <summary>Returns the kind, without the address.</summary>
    public override string ToString() => Kind.ToString();
}
