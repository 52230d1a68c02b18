using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Planning.Weeks;

[Properties(Replay = "(6364136223846793005,1442695040888963407)", MaxTest = 100)]
public class WishProperties
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Facet Work = Facet.FromName("work");
    private static readonly Contribution[] Topics =
        [new(ContributionKind.Advice, "Work: contracts"), new(ContributionKind.Advice, "gardens")];

    [Property]
    public void Wishes_hold_in_every_output(
        byte lastDays, byte everyDays, byte apartDays, byte notOn, bool noContact, bool neverByMessage, byte birthday)
    {
        var wishes = new ContactWishes
        {
            AtMostEvery = apartDays % 3 == 0 ? null : Period.FromDays(1 + (apartDays % 60)),
            NotOn =
                [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && (notOn % 127 & (1 << ((int)day - 1))) != 0)],
            NotAbout = [Work],
            NeverBy = neverByMessage ? [Channel.Message] : [],
            NoContact = noContact,
        };
        var ada = new Contact("ada", "Ada")
        {
            Needs = [.. Topics],
            Offers = [.. Topics],
            Details = [new RememberedDetail("hates work", new LocalDate(2025, 1, 1)) { HalfLifeDays = 30 }],
            Occasions = [new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 1 + (birthday % 20)))],
        };
        Contact[] others =
            [.. Enumerable.Range(0, 4)
                .Select(i => new Contact(ContactId.FromValue($"other{i}"), "Other") { Needs = [.. Topics], Offers = [.. Topics] })];
        var last = AsOf - Duration.FromDays(1 + (lastDays % 100));
        var log = new TouchpointLog();
        for (var i = 0; i < 6; i++)
        {
            log.Add(
                new Touchpoint(
                    ada.Id, last - Duration.FromDays((1 + (everyDays % 20)) * i), Channel.Message,
                    Direction.Mutual) { Facet = i == 0 ? Work : null, Note = i == 0 ? "about the contract" : null });
        }

        // Ada knows them all, so that she could be asked to connect; they could not be introduced to her.
        foreach (var other in others[..3])
        {
            log.Add(new Touchpoint([ada.Id, other.Id], AsOf - Duration.FromDays(300), Channel.Message, Direction.Mutual));
        }

        var rules = new CadenceRules
        {
            Policy = Cadence.Soonest(Cadence.Every(Period.FromDays(1 + (everyDays % 40))), Cadence.Occasions(2, 3))
        }.WithWishes(ada.Id, wishes);
        var book = Books.BookOf.These(
            new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, DateTimeZone.Utc), [ada, .. others], log, rules)
            .WithOwner(new OwnerProfile { Offers = [.. Topics], Needs = [.. Topics] }).OrThrow();
        var reached = last.InUtc().Date;
        bool MayBeOn(LocalDate day) =>
            !noContact && !wishes.NotOn.Contains(day.DayOfWeek) && (wishes.AtMostEvery is not { } apart || reached.Plus(apart) <= day);
        static bool IsUnwanted(string? words) => words is not null && words.Contains("work", StringComparison.OrdinalIgnoreCase);

        // The due list.
        foreach (var due in book.DueBy(AsOf, Monday.PlusWeeks(2)).Where(due => due.Contact.Id == ada.Id))
        {
            Assert.True(due.Resolution.Window is not { } window || MayBeOn(window.Ideal));
            Assert.All(due.Resolution.Dates, date => Assert.True(MayBeOn(date.Day)));
            Assert.False(noContact);
        }

        // The plan.
        foreach (var item in book.PlanWeek(AsOf, Monday).Items.Where(item => item.Contact.Id == ada.Id))
        {
            Assert.True(MayBeOn(item.Day));
            Assert.DoesNotContain(item.Channel, wishes.NeverBy);
            Assert.All(
                item.Notes,
                note => Assert.False(IsUnwanted(note.Subject) || (note.Channel is { } channel && wishes.NeverBy.Contains(channel))));
        }

        // The brief, hers and that of another who could be introduced to her.
        var brief = book.BriefOf(ada.Id, AsOf);
        Assert.Equal(wishes, brief.Wishes);
        Assert.True(!noContact || (brief.Points.IsEmpty && brief.Offers.IsEmpty));
        Assert.All(brief.Points, point => Assert.False(IsUnwanted(point.Subject)));
        Assert.All(brief.Offers, offer => Assert.False(IsUnwanted(offer.Subject)));
        var through = book.BriefOf(others[^1].Id, AsOf).Offers.Where(offer => offer.Through == ada.Id).ToArray();
        Assert.True(!noContact || through.Length == 0);
        Assert.All(through, offer => Assert.False(IsUnwanted(offer.Subject)));

        // Introductions, where the owner is asked once and then those who know both.
        foreach (var introduction in book.FindIntroductions(AsOf, new IntroductionSettings { MostPerConnector = 1, MostPerParty = 5 }))
        {
            var isParty = introduction.Seeker == ada.Id || introduction.Helper == ada.Id;
            Assert.False(noContact && (isParty || introduction.Connector == ada.Id));
            Assert.False(isParty && IsUnwanted(introduction.Need.Topic));
        }

        // The proposal.
        var proposal = book.ProposalFor(ada.Id, AsOf);
        Assert.True(!noContact || proposal is null);
        if (proposal is not null && wishes.AtMostEvery is { } least)
        {
            var context = new CadenceRules { Policy = proposal.Policy }.Resolve(
                new CadenceHistory(ada, log.Of(ada), AsOf, DateTimeZone.Utc));
            Assert.True(context.Window!.Value.Ideal >= reached.Plus(least));
        }
    }
}
