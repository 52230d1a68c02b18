using FsCheck.Xunit;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Forecasts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Scoring;
using RelationshipKit.Tests.Books;
using RelationshipKit.Tests.Stores;
using Generated = RelationshipKit.Tests.Books.BookOperation;

namespace RelationshipKit.Orleans.Tests;

[Collection(nameof(ClusterCollection))]
[Properties(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 25)]
public class GrainProperties(ClusterFixture cluster)
{
    [Property]
    public async Task Operations_through_grains_give_the_book_in_memory(Generated[] operations, int seed)
    {
        var random = new Random(seed);
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        var book = (await cluster.Store().OpenAsync(name)).Book;
        for (var i = 0; i < operations.Length; i++)
        {
            var id = $"operation {i}";
            var made = i % 5 == 4 ? book.Undo() : operations[i].On(book);
            if (made is null)
            {
                // Some arguments are wrong wherever they are given, others only for this book.
                await Assert.ThrowsAnyAsync<ArgumentException>(() => owner.Operate(id, OfStock(operations[i], book)));
                continue;
            }

            var (before, sent) = (book, i % 5 == 4 ? BookOperation.Undo() : OfStock(operations[i], book));
            var result = await owner.Operate(id, sent);
            book = made.WithOperationId(id).Book;
            Assert.Equal(
                (book.Revision, made.Changes.Length, made.Refused.Length, false),
                (result.Revision, result.Changes, result.Refused.Count, result.WasSavedBefore));

            // The caller never heard of it, or the owner moved; the same call again changes nothing.
            switch (random.Next(6))
            {
                case 0:
                    await cluster.Cluster.DeactivateAsync(owner);
                    break;
                case 1:
                    await MigrateAsync(owner);
                    break;
            }

            if (random.Next(3) == 0)
            {
                var again = await owner.Operate(id, sent);
                Assert.Equal((book.Revision, !ReferenceEquals(book, before), 0), (again.Revision, again.WasSavedBefore, again.Changes));
            }
        }

        var stored = (await cluster.Store().OpenAsync(name)).Book;
        Assert.Equal(TestBooks.Saved(book), TestBooks.Saved(stored));
        Assert.Equal(book.Revision, stored.Revision);
        Assert.Equal(book.Revision, await owner.Revision());
    }

    private async Task MigrateAsync(IRelationshipGrain owner)
    {
        var home = await cluster.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(owner);
        if (cluster.Cluster.Silos.FirstOrDefault(silo => !silo.SiloAddress.Equals(home)) is { } other && home is not null)
        {
            await cluster.Cluster.MigrateAsync(owner, other.SiloAddress);
        }
    }

    // Every kind as an operation of the kit, so that its arguments travel; the host's own for what the kit has none for.
    private static IBookOperation OfStock(Generated made, RelationshipBook book) => made.Kind switch
    {
        0 => BookOperation.Add(Added(made)),
        1 => BookOperation.Change(Changed(made, book)),
        2 or 3 or 4 or 5 => BookOperation.Record(made.Touchpoint),
        7 => BookOperation.Correct(made.Touchpoint.Key, made.Better, made.At),
        8 => BookOperation.Retract(made.Touchpoint.Key, made.At),
        9 => BookOperation.Restore(made.Touchpoint.Key, made.At),
        10 => BookOperation.NeedsNoAnswer(made.Touchpoint.Key),
        11 => BookOperation.Archive(made.One),
        12 => BookOperation.WithOverride(made.One, made.Policy),
        13 => BookOperation.WithCadence(made.Policy),
        14 => BookOperation.Snooze(made.One, made.Date),
        15 => BookOperation.Suspend(Suspension.Pause(made.One, made.Date)),
        16 => BookOperation.WithWishes(made.One, new ContactWishes { NoContact = true }),
        17 => BookOperation.Several(
            BookOperation.Note(new Favour(made.One, ContributionKind.Help, FavourSide.Given, made.At)),
            BookOperation.Keep(new Introduction(made.One, made.Other, new Contribution(ContributionKind.Advice, "tax"), made.At))),
        18 => BookOperation.Several(BookOperation.NotNow(made.One, made.Date), BookOperation.WithFreshStart(made.Other, made.Date)),
        19 => BookOperation.Merge(made.One, made.Other),
        20 => BookOperation.Split(made.Other),
        21 => BookOperation.WithZone(made.Date.Day < 16 ? "Asia/Kathmandu" : "Pacific/Apia"),
        22 => BookOperation.WithQuietDays(made.Date.DayOfWeek),
        23 => BookOperation.WithOwner(new OwnerProfile { Offers = [new Contribution(ContributionKind.Advice, "tax")] }),
        24 => BookOperation.Erase(made.One),
        25 => BookOperation.WithTieCorrection(made.One, made.Date.Day < 8 ? null : new TieCorrection(made.Date.Day - 20.5, made.At, 30)),
        28 => BookOperation.WithLogKind((LogKind)(made.Date.Day % 7)),
        27 => BookOperation.ForgetTouchpointsBefore(made.At),
        6 => new RecordKnownSince { Touchpoints = [made.Touchpoint, made.Better], RecordedAt = made.At },
        _ => new ConfirmFirst { Contact = made.One, RecordedAt = made.At },
    };

    private static Contact Added(Generated made) => made.On(TestBooks.Empty)!.Book.Contacts.Single();

    private static Contact Changed(Generated made, RelationshipBook book) => book.Find(made.One) is { } held
        ? held with
        {
            Name = "other",
            Notes = $"{held.Notes}, since",
            Tags = made.Date.Day > 25 ? [] : [$"of {made.One}"],
            UserData = held.UserData.SetItem($"of {made.One}", UserValue.FromText($"{made.Date.Day}")),
            Aliases = made.Date.Day > 10 ? held.Aliases : [],
            Relations = held.Id == made.Other ? [] : [new Relation(RelationKind.Friend, made.Other)],
        }
        : new Contact(made.One, "none");
}
