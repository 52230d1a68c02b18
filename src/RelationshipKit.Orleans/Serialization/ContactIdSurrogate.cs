namespace RelationshipKit.Orleans.Serialization;

[GenerateSerializer, Immutable, Alias("RelationshipKit.ContactIdSurrogate")]
internal struct ContactIdSurrogate
{
    [Id(0)]
    public string Value;
}

[RegisterConverter]
internal sealed class ContactIdConverter : IConverter<ContactId, ContactIdSurrogate>
{
    public ContactId ConvertFromSurrogate(in ContactIdSurrogate surrogate) =>
        string.IsNullOrEmpty(surrogate.Value) ? ContactId.None : ContactId.FromValue(surrogate.Value);

    public ContactIdSurrogate ConvertToSurrogate(in ContactId value) => new() { Value = value.Value };
}
