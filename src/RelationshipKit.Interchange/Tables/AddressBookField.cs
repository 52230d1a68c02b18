namespace RelationshipKit.Interchange.Tables;

/// <summary>What a column of an address book holds.</summary>
internal enum AddressBookField
{
    FullName,

    /// <summary>What a person is filed under.</summary>
    FileAs,
    Given,
    Additional,
    Family,
    Prefix,
    Suffix,
    Nickname,
    Organisation,
    Title,
    Note,
    Birthday,
    BirthYear,
    BirthMonth,
    BirthDay,
    Anniversary,
    Tags,
    Email,
    Phone,
    Spouse,
    Children,
    Manager,
    Assistant,
    ConnectedOn,
    LinkedIn,
    RelationValue,
    EventValue,
    Label,
}
