using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Serialization;
using RelationshipKit.Storage;

namespace RelationshipKit.Orleans.Tests;

public sealed class SerializationTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public void Arguments_ComeBackAsTheyWere()
    {
        Instant[] instants =
            [
                default, Instant.FromUtc(1, 1, 2, 0, 0), Instant.FromUtc(1969, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999),
                Instant.MaxValue, Instant.MinValue
            ];
        Assert.Equal(instants, instants.Select(Again));
        LocalDate[] dates = [default, new(2024, 2, 29), new(-9998, 1, 1), LocalDate.MaxIsoValue];
        Assert.Equal(dates, dates.Select(Again));
        Assert.Equal(new LocalDate(2026, 3, 2), Again(new LocalDate(2026, 3, 2).WithCalendar(CalendarSystem.Coptic)));
        Duration[] durations = [default, Duration.FromDays(-3) - Duration.FromNanoseconds(1), Duration.MaxValue, Duration.MinValue];
        Assert.Equal(durations, durations.Select(Again));
        ContactId[] ids = [ContactId.None, "ada", "Åsa & co"];
        Assert.Equal(ids, ids.Select(Again));
        Assert.Equal(new OwnerRange(3, 9_000_000_000), Again(new OwnerRange(3, 9_000_000_000)));
        var touchpoint = new Touchpoint(["ada", "bob"], instants[1], Channel.Letter, Direction.Incoming)
        {
            Length = Duration.FromMinutes(30), Note = "of the harp", Facet = Facet.FromName("chess"),
            Source = new Touchpoints.SourceKey("mail", "1"), OthersPresent = 3,
        };
        Assert.Equal(touchpoint, Again(touchpoint));
    }

    [Fact]
    public void Exceptions_KeepWhatTheySay()
    {
        Assert.Equal(
            "nobody", Assert.IsType<ContactNotFoundException>(Again<Exception>(new ContactNotFoundException("nobody", "id"))).Contact);
        Assert.IsType<OwnerNotFoundException>(Again<Exception>(new OwnerNotFoundException()));
        Assert.Contains(
            "same operation id", Assert.IsType<RelationshipStoreException>(Again<Exception>(new RelationshipStoreException())).Message,
            StringComparison.Ordinal);
    }

    // What a later version of the package sends, and what an earlier one does.
    [Fact]
    public void Results_OfOtherVersions_AreRead()
    {
        var later =
            new LaterResult { Revision = 7, Changes = 2, Refused = [new RefusalResult { Reason = "ChangedSince" }], Elapsed = "1 ms" };
        var read = Read<OperationResult>(Written(later));
        Assert.Equal((7, 2, "ChangedSince"), (read.Revision, read.Changes, read.Refused[0].Reason));

        var earlier = Read<OperationResult>(Written(new EarlierResult { Revision = 7 }));
        Assert.Equal((7, 0, 0), (earlier.Revision, earlier.Changes, earlier.Refused.Count));
    }

    // The bytes of version 0.1 of the package. If this fails, a rolling update would.
    [Fact]
    public void Bytes_OfTheFirstVersion_AreRead()
    {
        var result = Read<OperationResult>(Convert.FromHexString(FirstVersion.OperationResult));
        Assert.Equal(
            (12L, 3, true, "Duplicate", "ada"),
            (result.Revision, result.Changes, result.WasSavedBefore, result.Refused[0].Reason, result.Refused[0].Contacts[0].Value));
        var operation = Assert.IsAssignableFrom<IBookOperation>(Read<IBookOperation>(Convert.FromHexString(FirstVersion.Operation)));
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("ada", "Ada")).OrThrow();
        Assert.Equal(1, operation.On(book).Book.Touchpoints.Count);
    }

    [Fact]
    public void Operation_OfALaterVersion_SaysThatTheSiloIsOlder()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc);

        Assert.Contains(
            "older", Assert.Throws<ArgumentException>(() => new StockOperation("teleport", "ada").On(book)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new StockOperation("archive").On(book));
        Assert.Throws<ArgumentException>(() => new StockOperation("record", "{").On(book));
        Assert.Throws<ArgumentException>(() => new StockOperation("forget", "yesterday").On(book));
    }

    private T Again<T>(T value) => Read<T>(Written(value));

    private byte[] Written<T>(T value) => services.GetRequiredService<Serializer<T>>().SerializeToArray(value);

    private T Read<T>(byte[] bytes) => services.GetRequiredService<Serializer<T>>().Deserialize(bytes)!;
}
