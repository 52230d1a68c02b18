using NodaTime;
using RelationshipKit.Contacts;
using RelationshipKit.Touchpoints;

var ada = ContactId.FromValue("ada");
Console.WriteLine(new Touchpoint(ada, Instant.FromUtc(2026, 1, 10, 18, 0), Channel.InPerson, Direction.Mutual));
