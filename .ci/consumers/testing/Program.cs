using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RelationshipKit;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Serialization;
using RelationshipKit.Testing;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

// A policy of one's own, by the packages alone: registered by its name, stored, loaded, asked.
var services = new ServiceCollection();
services.AddRelationshipKit(kit => kit.AddCadencePolicy("paydays", new Paydays()).UseCadence(Cadence.Named("paydays")));
using var provider = services.BuildServiceProvider();
var ada = new Contact(ContactId.FromValue("ada"), "Ada");
var log = new TouchpointLog();
log.Add(new Touchpoint(ada.Id, Instant.FromUtc(2026, 1, 28, 8, 30), Channel.Voice, Direction.Mutual));
var book = provider.GetRequiredService<RelationshipBookFactory>()
    .Open(DateTimeZoneProviders.Tzdb["Europe/London"], [ada], log, new CadenceRules { Policy = Cadence.Named("paydays") });

using var stored = new MemoryStream();
CadenceRulesJson.Save(stored, book.Cadences);
stored.Position = 0;
var loaded = book.WithCadences(CadenceRulesJson.Load(stored, book.Cadences.Policies)).OrThrow();
foreach (var due in loaded.DueBy(Instant.FromUtc(2026, 3, 2, 9, 0), new LocalDate(2026, 3, 8)))
{
    Console.WriteLine(due);
}

stored.Position = 0;
var forgotten = RelationshipBookFactory.Default.Open(book.Zone, [ada], log, CadenceRulesJson.Load(stored));
Console.WriteLine(forgotten.CadenceOf("ada", Instant.FromUtc(2026, 3, 2, 9, 0)));

// The laws, without a test framework.
Console.WriteLine(CadencePolicyLaws.Check(new Paydays()));
Console.WriteLine(DecayCurveLaws.Check(DecayCurve.Mixture((Duration.FromDays(7), 1), (Duration.FromDays(90), 0.5))));
try
{
    CadencePolicyLaws.Check(new Today());
}
catch (LawBrokenException broken)
{
    Console.WriteLine(broken.Law);
    Console.WriteLine(CadenceExample.Parse(broken.Example).ToString() == broken.Example);
}

internal sealed class Paydays : ICadencePolicy
{
    public CadenceWindow? NextDue(CadenceContext context) =>
        CadenceWindow.From(context.Reference.With(DateAdjusters.EndOfMonth).PlusDays(1).With(DateAdjusters.EndOfMonth), 5);

    public override string ToString() => "the end of the month after";
}

internal sealed class Today : ICadencePolicy
{
    public CadenceWindow? NextDue(CadenceContext context) =>
        CadenceWindow.From(LocalDate.Max(context.Today, context.Reference.PlusDays(1)), 0);

    public override string ToString() => "today";
}
