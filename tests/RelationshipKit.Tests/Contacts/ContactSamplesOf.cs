using RelationshipKit.Contacts;

namespace RelationshipKit.Tests.Contacts;

/// <summary>Parts of contacts for tests elsewhere.</summary>
internal static class ContactSamplesOf
{
    public static Address Mail(string value) => Address.Email(value, null);
}
