using FsCheck.Xunit;
using RelationshipKit.Testing.Generators;

namespace RelationshipKit.Tests.Serialization;

[Properties(Arbitrary = [typeof(ContactArbitraries)], MaxTest = 300)]
public class ContactJsonProperties
{
    [Property]
    public bool Contacts_come_back_as_they_were_saved(Contact[] contacts)
    {
        var different = contacts.DistinctBy(contact => contact.Id).ToArray();
        return ContactJsonTests.Loaded(ContactJsonTests.Saved(different)).SequenceEqual(different);
    }

    [Property]
    public bool Saving_what_was_loaded_writes_the_same_bytes(Contact contact)
    {
        var json = ContactJsonTests.Saved(contact);
        return ContactJsonTests.Saved(ContactJsonTests.Loaded(json)) == json;
    }
}
