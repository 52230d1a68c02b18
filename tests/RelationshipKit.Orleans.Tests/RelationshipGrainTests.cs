using NodaTime;
using RelationshipKit.Storage;

namespace RelationshipKit.Orleans.Tests;

[Collection(nameof(ClusterCollection))]
public sealed class RelationshipGrainTests(ClusterFixture cluster) : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    public void Dispose() => cluster.Watch = _ => { };

    [Fact]
    public async Task Create_Twice_BeginsOneBook()
    {
        var (name, owner) = cluster.NewOwner();

        Assert.True(await owner.Create("Europe/London"));
        Assert.False(await owner.Create("Asia/Kathmandu"));
        Assert.Equal("Europe/London", (await cluster.Store().OpenAsync(name)).Book.Zone.Id);
    }

    [Fact]
    public async Task Create_UnknownZone_SaysSo()
    {
        var (_, owner) = cluster.NewOwner();

        Assert.Contains(
            "time zone", (await Assert.ThrowsAnyAsync<ArgumentException>(() => owner.Create("Europe/Atlantis"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_OfAnOwnerWithoutABook_ThrowOwnerNotFound()
    {
        var (_, owner) = cluster.NewOwner();

        await Assert.ThrowsAsync<OwnerNotFoundException>(() => owner.Revision());
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => owner.Record("1", Call("ada", Now)));
    }

    [Fact]
    public async Task Answers_AreThoseOfTheBook()
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        for (var i = 0; i < 5; i++)
        {
            await owner.Record($"call {i}", Call("ada", Now - Duration.FromDays(20 * i)));
        }

        var book = (await cluster.Store().OpenAsync(name)).Book;
        var (score, mine) = (book.ScoreOf("ada", Now), await owner.ScoreOf("ada", Now));
        Assert.Equal(
            (score.Strength.Value, score.ExpectedContacts, score.Touchpoints, score.ContactDays, score.Rhythm.UsualGapDays,
                score.Reciprocity.Low, score.Momentum),
            (mine.Strength, mine.ExpectedContacts, mine.Touchpoints, mine.ContactDays, mine.UsualGapDays, mine.BalanceLow, mine.Momentum));
        Assert.Equal(
            (score.Forecast.ContactWithin(Duration.FromDays(30)), score.LastTouch, book.Revision),
            (mine.Within30Days, mine.LastTouch, mine.Revision));
        var due = await owner.DueBy(Now, new LocalDate(2026, 4, 8));
        Assert.Equal(book.DueBy(Now, new LocalDate(2026, 4, 8)).Select(row => row.ToString()), due.Select(row => row.Reason));
        Assert.NotEmpty(due);
        var why = await owner.Explain("ada", Now);
        Assert.Equal(why.Strength, why.Parts.Sum(part => part.Contribution) + why.Correction, 12);
        var plan = await owner.PlanWeek(Now, new LocalDate(2026, 3, 2));
        Assert.Equal(
            book.PlanWeek(Now, new LocalDate(2026, 3, 2)).Items.Select(item => item.ToString()),
            plan.Items.Select(item => item.ToString()));
        Assert.NotEmpty(plan.Items);
    }

    [Fact]
    public async Task ScoreOf_AContactWhomTheBookDoesNotHave_ThrowsContactNotFound()
    {
        var (_, owner) = await cluster.OwnerOfThreeAsync();

        Assert.Equal("nobody", (await Assert.ThrowsAsync<ContactNotFoundException>(() => owner.ScoreOf("nobody", Now))).Contact);
    }

    [Fact]
    public async Task Record_AnUnknownContact_IsRefusedAndNothingIsSaved()
    {
        var (_, owner) = await cluster.OwnerOfThreeAsync();
        var before = await owner.Revision();

        var result = await owner.Record("1", Call("nobody", Now));

        Assert.Equal(
            (nameof(BookRefusalReason.UnknownContact), 0, before), (Assert.Single(result.Refused).Reason, result.Changes, result.Revision));
    }

    [Fact]
    public async Task Operate_TheSameIdAgainOnAnotherActivation_HasOneEffect()
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        var first = await owner.Operate("1", BookOperation.Add(new Contact("dan", "Dan")));
        var revision = first.Revision;
        foreach (var isMoved in new[] { false, true })
        {
            if (isMoved)
            {
                await cluster.Cluster.DeactivateAsync(owner);
            }

            var again = await owner.Operate("1", BookOperation.Add(new Contact("dan", "Dan")));
            Assert.True(again.WasSavedBefore);
            Assert.Equal((0, revision), (again.Changes, again.Revision));
        }

        // An operation that would have an effect each time, as undoing has.
        await owner.Operate("2", BookOperation.Undo());
        await cluster.Cluster.DeactivateAsync(owner);
        Assert.True((await owner.Operate("2", BookOperation.Undo())).WasSavedBefore);
        Assert.Equal(3, (await cluster.Store().OpenAsync(name)).Book.ContactCount);
    }

    [Fact]
    public async Task Operate_AnIdFromBeforeAnErasure_HasNoSecondEffect()
    {
        var (_, owner) = await cluster.OwnerOfThreeAsync();
        await owner.Operate("note", BookOperation.Archive("ada"));
        await owner.Operate("erase", BookOperation.Erase("bob"));
        await owner.Operate("back", BookOperation.Activate("ada"));

        Assert.True((await owner.Operate("note", BookOperation.Archive("ada"))).WasSavedBefore);
        Assert.True((await owner.Operate("erase", BookOperation.Erase("bob"))).WasSavedBefore);
    }

    [Theory]
    [InlineData("COMMIT", false)]
    [InlineData("COMMITTED", true)]
    public async Task Record_TheStoreFails_TheGrainGoesAndTheRetryHasOneEffect(string at, bool isSaved)
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        await owner.Revision();
        var activation = ActivationOf(owner);
        Assert.NotNull(activation);
        var fails = 1;
        cluster.Watch = command =>
        {
            if (command == at && Interlocked.Exchange(ref fails, 0) == 1)
            {
                throw new IOException("The disk of robin is full.");
            }
        };

        var problem = await Assert.ThrowsAsync<RelationshipStoreException>(() => owner.Record("1", Call("ada", Now)));
        Assert.DoesNotContain("robin", problem.ToString(), StringComparison.Ordinal);

        // No answer from the book that the failed activation had.
        await cluster.Cluster.WaitForDeactivationAsync(owner);
        Assert.Equal(isSaved ? 1 : 0, (await owner.ScoreOf("ada", Now)).Touchpoints);
        Assert.NotEqual(activation, ActivationOf(owner));
        Assert.Equal(isSaved, (await owner.Record("1", Call("ada", Now))).WasSavedBefore);
        Assert.Single((await cluster.Store().OpenAsync(name)).Book.Touchpoints);
    }

    [Fact]
    public async Task Questions_SomebodyElseWrote_AnswerFromTheNewestBook()
    {
        var (name, owner) = await cluster.OwnerOfThreeAsync();
        await owner.Revision();

        await (await cluster.Store().OpenAsync(name)).UpdateAsync(book => book.Record(Call("ada", Now)));

        Assert.Equal(1, (await owner.ScoreOf("ada", Now)).Touchpoints);
        await (await cluster.Store().OpenAsync(name)).UpdateAsync(book => book.Record(Call("ada", Now + Duration.FromHours(1))));
        Assert.Equal(4, (await owner.Record("1", Call("ada", Now + Duration.FromHours(2)))).Revision);
    }

    [Fact]
    public async Task Questions_TheStoreFails_AreNotAnsweredFromMemory()
    {
        var (_, owner) = await cluster.OwnerOfThreeAsync();
        await owner.Revision();
        cluster.Watch = _ => throw new IOException("The disk is full.");

        await Assert.ThrowsAsync<RelationshipStoreException>(() => owner.ScoreOf("ada", Now));
    }

    [Fact]
    public async Task EraseOwner_LeavesNobody()
    {
        var (_, owner) = await cluster.OwnerOfThreeAsync();

        Assert.True(await owner.EraseOwner());
        Assert.False(await owner.EraseOwner());
        await Assert.ThrowsAsync<OwnerNotFoundException>(() => owner.Revision());
        Assert.True(await owner.Create("UTC"));
    }

    private static Touchpoint Call(ContactId contact, Instant at) => new(contact, at, Channel.Voice, Direction.Mutual);

    // Null where no silo has the grain.
    private ActivationId? ActivationOf(IRelationshipGrain owner) =>
        cluster.Cluster.TryGetGrainContext(owner.GetGrainId(), out var context) ? context.ActivationId : null;
}
