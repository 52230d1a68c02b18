using System.Text;
using CustomCadence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit;
using RelationshipKit.Cadences;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

// Registered by its name, the policy is part of what the host makes books with.
var services = new ServiceCollection();
services.AddRelationshipKit(kit => kit
    .AddCadencePolicy("letters", new QuarterlyLetter())
    .UseCadence(
        Cadence.Soonest(Cadence.Named("letters"), Cadence.For(ContactSelector.In(Circle.Inner), Cadence.Every(Period.FromWeeks(2))))));
using var provider = services.BuildServiceProvider();
var books = provider.GetRequiredService<RelationshipBookFactory>();

var asOf = Instant.FromUtc(2026, 4, 20, 9, 0);
var ada = new Contact(ContactId.FromValue("ada"), "Ada") { Circle = Circle.Inner };
var bob = new Contact(ContactId.FromValue("bob"), "Bob");
var log = new TouchpointLog();
log.Add(new Touchpoint(ada.Id, Instant.FromUtc(2026, 4, 2, 18, 0), Channel.InPerson, Direction.Mutual));
log.Add(new Touchpoint(bob.Id, Instant.FromUtc(2026, 2, 14, 12, 0), Channel.Letter, Direction.Outgoing));
var book = books.Open(DateTimeZoneProviders.Tzdb["Europe/London"], [ada, bob], log, new CadenceRules { Policy = books.Cadence });

// Stored, it is its name, and comes back as long as the name is registered.
using var stored = new MemoryStream();
CadenceRulesJson.Save(stored, book.Cadences);
Console.WriteLine(Encoding.UTF8.GetString(stored.ToArray()));
stored.Position = 0;
var loaded = book.WithCadences(CadenceRulesJson.Load(stored, book.Cadences.Policies)).OrThrow();

foreach (var due in loaded.DueBy(asOf, new LocalDate(2026, 4, 30)))
{
    Console.WriteLine(due);
}

foreach (var contact in loaded.Contacts)
{
    var cadence = loaded.CadenceOf(contact.Id, asOf);
    Console.WriteLine($"{contact.Name}: {cadence.State}, {cadence.Window}, because: {cadence.Policy}");
}
