namespace RelationshipKit.Orleans.Serialization;

[GenerateSerializer, Immutable, Alias("RelationshipKit.ContactNotFoundSurrogate")]
internal struct ContactNotFoundSurrogate
{
    [Id(0)]
    public ContactId Contact;

    [Id(1)]
    public string? ParamName;
}

[RegisterConverter]
internal sealed class ContactNotFoundConverter : IConverter<ContactNotFoundException, ContactNotFoundSurrogate>
{
    public ContactNotFoundException ConvertFromSurrogate(in ContactNotFoundSurrogate surrogate) =>
        new(surrogate.Contact, surrogate.ParamName);

    public ContactNotFoundSurrogate ConvertToSurrogate(in ContactNotFoundException value) =>
        new() { Contact = value.Contact, ParamName = value.ParamName };
}
