using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Planning.Favours;
using RelationshipKit.Planning.Introductions;
using RelationshipKit.Planning.Simulation;
using RelationshipKit.Planning.Weeks;

namespace RelationshipKit.Tests.Books;

public class BookOperationTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly Touchpoint Lunch = new("ada", Instant.FromUtc(2026, 2, 20, 12, 0), Channel.InPerson, Direction.Mutual);

    private static readonly RelationshipBook Book = RelationshipBook.Create(DateTimeZone.Utc, Cadence.Every(Period.FromWeeks(3)))
        .Add(new Contact("ada", "Ada") { Circle = Circle.Close }, new Contact("bob", "Bob")).OrThrow()
        .Record(Lunch).OrThrow();

    [Fact]
    public void Undo_AndApply_OfAContactWhoseIdAnotherHasNow_AreRefused()
    {
        var start = RelationshipBook.Create(DateTimeZone.Utc).Add([new Contact("a", "A"), new Contact("b", "B")]).OrThrow();
        var removed = start.Add(new Contact("n", "N")).Undo();
        var taken = removed.Book.Change(removed.Book.Find("b")! with { Aliases = ["n"] }).OrThrow();
        var other = RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("x", "X") { Aliases = ["b"] });
        var named = start.Change(start.Find("a")! with { Aliases = ["al"] }).OrThrow();
        var unnamed = named.Change(named.Find("a")! with { Aliases = [] });
        var given = unnamed.Book.Change(unnamed.Book.Find("b")! with { Aliases = ["al"] }).OrThrow();

        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(removed.Undo(taken).Refused).Reason);
        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(start.Apply(other.Changes).Refused).Reason);
        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(unnamed.Undo(given).Refused).Reason);
        Assert.Equal("b", unnamed.Undo(given).Book.Find("al")!.Id.Value);
    }

    [Fact]
    public void Erase_WhereARetractedTouchpointHasTheIdentityThatIsLeft_KeepsTheSurvivorsTouchpoint()
    {
        var at = Instant.FromUtc(2026, 3, 3, 9, 0);
        var now = at + Duration.FromDays(30);
        var alone = new Touchpoint("b", at, Channel.InPerson, Direction.Mutual);
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add([new Contact("a", "A"), new Contact("b", "B")]).OrThrow()
            .Record([alone with { Participants = ["a", "b"] }, alone]).OrThrow()
            .Retract(alone.Key, now).OrThrow()
            .Erase("a").OrThrow();
        using var stream = new MemoryStream();
        book.Save(stream);
        stream.Position = 0;

        Assert.Equal(1, book.ScoreOf("b", now).Touchpoints);
        Assert.Equal(1, RelationshipBook.Load(stream).ScoreOf("b", now).Touchpoints);
    }

    [Fact]
    public void Suspend_APauseThatKeepsDates_KeepsThemAndIsTakenBack()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("a", "A")).OrThrow();
        var pause = Suspension.Pause("a", new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1)) with { KeepsDates = true };
        var paused = book.Suspend(pause).OrThrow();

        Assert.Equal(pause, Assert.Single(paused.Cadences.Suspensions));
        Assert.Empty(paused.WithoutSuspension(pause).OrThrow().Cadences.Suspensions);
    }

    [Fact]
    public void Record_WhatCannotBe_IsRefusedForItsOwnReason()
    {
        var retracted = Book.Retract(Lunch.Key, AsOf).OrThrow();

        Assert.Equal(BookRefusalReason.Duplicate, Assert.Single(Book.Record(Lunch).Refused).Reason);
        Assert.Equal(BookRefusalReason.Contradiction, Assert.Single(Book.Record(Lunch with { Note = "n" }).Refused).Reason);
        Assert.Equal(BookRefusalReason.Retracted, Assert.Single(retracted.Record(Lunch).Refused).Reason);
        var unknown = Assert.Single(Book.Record(new Touchpoint(["ada", "eve"], AsOf, Channel.Voice, Direction.Mutual)).Refused);
        Assert.Equal(BookRefusalReason.UnknownContact, unknown.Reason);
        Assert.Equal(["eve"], unknown.Contacts.Select(id => id.Value));
        Assert.DoesNotContain("eve", unknown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Record_Many_LeavesOutWhatIsRefusedAndSaysWhich()
    {
        var update = Book.Record([Lunch, Lunch with { At = AsOf }, new Touchpoint("eve", AsOf, Channel.Voice, Direction.Mutual)]);

        Assert.Equal(
            [(0, BookRefusalReason.Duplicate), (2, BookRefusalReason.UnknownContact)],
            update.Refused.Select(refusal => (refusal.Index, refusal.Reason)));
        Assert.Equal(2, update.Book.Touchpoints.Count);
        Assert.Equal(2, Assert.Throws<BookRefusedException>(() => update.OrThrow()).Refusals.Length);
    }

    [Fact]
    public void Record_WithoutADirection_IsMutualWhereBothAreHeard()
    {
        var book = Book.Record("bob", Channel.Voice, AsOf).OrThrow().Record("bob", Channel.Message, AsOf).OrThrow();

        Assert.Equal([Direction.Outgoing, Direction.Mutual], book.Touchpoints.Of((ContactId)"bob").Select(touch => touch.Direction));
    }

    [Fact]
    public void Record_ByTheOnlyFacet_TakesIt()
    {
        var book = Book.Add(
            new Contact("cleo", "Cleo") { Facets = [Facet.Family] }).OrThrow().Record("cleo", Channel.Voice, AsOf).OrThrow();

        Assert.Equal(Facet.Family, Assert.Single(book.Touchpoints.Of((ContactId)"cleo")).Facet);
    }

    [Fact]
    public void Correct_KeepsWhatWasKnown()
    {
        var better = Lunch with { Length = Duration.FromHours(2) };
        var corrected = Book.Correct(Lunch.Key, better, AsOf).OrThrow();

        Assert.Equal(better, corrected.FindTouchpoint(Lunch.Key));
        Assert.Equal([Lunch], corrected.TouchpointsKnownAt(AsOf - Duration.FromSeconds(1)));
        Assert.Equal([better], corrected.TouchpointsKnownAt(AsOf));
        Assert.Throws<ArgumentOutOfRangeException>("recordedAt", () => Book.Correct(Lunch.Key, better, Lunch.At - Duration.FromSeconds(1)));
    }

    [Fact]
    public void Correct_ToAnIdentityThatIsTaken_IsRefused()
    {
        var other = Lunch with { At = AsOf };
        var book = Book.Record(other).OrThrow();

        Assert.Equal(
            BookRefusalReason.Contradiction, Assert.Single(book.Correct(Lunch.Key, other with { Note = "n" }, AsOf).Refused).Reason);
        Assert.Equal(BookRefusalReason.UnknownTouchpoint, Assert.Single(Book.Retract(other.Key, AsOf).Refused).Reason);
    }

    [Fact]
    public void Restore_BringsBackTheLastVersion()
    {
        var corrected = Book.Correct(Lunch.Key, Lunch with { Note = "better" }, AsOf).OrThrow();
        var restored = corrected.Retract(Lunch.Key, AsOf).OrThrow().Restore(Lunch.Key, AsOf).OrThrow();

        Assert.Equal("better", restored.FindTouchpoint(Lunch.Key)!.Note);
        Assert.Equal(BookRefusalReason.NothingThere, Assert.Single(restored.Restore(Lunch.Key, AsOf).Refused).Reason);
    }

    [Fact]
    public void NeedsNoAnswer_EndsAReplyOwed()
    {
        var question = new Touchpoint("bob", AsOf - Duration.FromDays(5), Channel.Message, Direction.Incoming);
        var book = Book.WithCadence(Cadence.ReplyOwed()).OrThrow().Record(question).OrThrow();

        Assert.NotNull(book.CadenceOf("bob", AsOf).Window);
        Assert.Null(book.NeedsNoAnswer(question.Key).OrThrow().CadenceOf("bob", AsOf).Window);
        Assert.Null(
            Book.WithCadence(Cadence.ReplyOwed()).OrThrow().Record(
                question with { Gesture = Gesture.Thank }).OrThrow().CadenceOf("bob", AsOf).Window);
    }

    [Fact]
    public void Override_IsListedReplacedAndRemoved()
    {
        var weekly = Cadence.Every(Period.FromWeeks(1));
        var book = Book.WithOverride("ada", Cadence.Never).OrThrow().WithOverride("ada", weekly).OrThrow();

        Assert.Equal([("ada", weekly)], book.Overrides.Select(own => (own.Key.Value, own.Value)));
        Assert.Equal(new LocalDate(2026, 2, 27), book.CadenceOf("ada", AsOf).Window!.Value.Ideal);
        Assert.Empty(book.WithoutOverride("ada").OrThrow().Overrides);
        Assert.Empty(book.WithoutOverride("bob").Changes);
    }

    [Fact]
    public void Cadences_WithoutAPolicy_AreTheHosts()
    {
        var factory = new RelationshipBookFactory(cadence: Cadence.Every(Period.FromDays(10)));
        var book = factory.Open(
            DateTimeZone.Utc, [new Contact("ada", "Ada")], [Lunch],
            CadenceRules.Empty.With(Suspension.Snooze("ada", Today, Today.PlusDays(5))));

        Assert.Equal(new LocalDate(2026, 3, 7), book.CadenceOf("ada", AsOf).Window!.Value.Ideal);
    }

    [Theory]
    [InlineData("2026-02-01", null)]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-02", "2026-04-01")]
    [InlineData("2026-02-20", "2026-03-10")]
    public void Pause_WheneverBegun_IsOneRestingState(string from, string? until)
    {
        var book = Book.Pause("ada", Day(from), until is null ? null : Day(until)).OrThrow();
        var resolution = book.CadenceOf("ada", AsOf);

        Assert.Equal(CadenceState.Resting, resolution.State);
        Assert.Equal(CadenceAdjustmentKind.Paused, Assert.Single(resolution.Adjustments).Kind);
        Assert.NotEqual(new LocalDate(9999, 12, 30), resolution.Window?.Latest);
        Assert.Empty(book.DueBy(AsOf, Today.PlusYears(1)));
        Assert.NotEqual(CadenceState.Resting, book.Resume("ada").OrThrow().CadenceOf("ada", AsOf).State);
    }

    [Fact]
    public void NewContact_CountsFromTheDayItWasAdded()
    {
        var book = Book.Add(new Contact("dan", "Dan") { AddedOn = new LocalDate(2026, 2, 1) }).OrThrow();

        Assert.Equal(new LocalDate(2026, 2, 22), book.CadenceOf("dan", AsOf).Window!.Value.Ideal);
        Assert.Equal(CadenceState.Unknown, Book.CadenceOf("bob", AsOf).State);
        Assert.Contains(Book.ReviewCadences(AsOf), finding => finding.Kind == CadenceFindingKind.NoDayToCountFrom);

        // It never hides the contact from an earlier day.
        Assert.NotEqual(CadenceState.Unknown, book.CadenceOf("dan", Instant.FromUtc(2026, 1, 1, 0, 0)).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ArchivedOrDeceased_IsInNoSuggestion(bool hasDied)
    {
        var due = Book.DueBy(AsOf, Today.PlusMonths(2));
        var book = (hasDied ? Book.MarkDeceased("ada") : Book.Archive("ada")).OrThrow();

        Assert.Equal(["ada"], due.Select(contact => contact.Contact.Id.Value));
        Assert.Empty(book.DueBy(AsOf, Today.PlusYears(2)));
        Assert.Equal(CadenceState.Resting, book.CadenceOf("ada", AsOf).State);
        Assert.DoesNotContain(book.PlanWeek(AsOf, new LocalDate(2026, 3, 9)).Items, item => item.Contact.Id == "ada");
        Assert.Equal(Book.ScoreOf("ada", AsOf), book.ScoreOf("ada", AsOf));
        Assert.Equal(["ada"], book.Activate("ada").OrThrow().DueBy(AsOf, Today.PlusMonths(2)).Select(contact => contact.Contact.Id.Value));
    }

    [Fact]
    public void FacetsCadence_CountsTheFacetsTouches()
    {
        var book = RelationshipBook.Create(
            DateTimeZone.Utc, Cadence.For(ContactSelector.As(Facet.Professional), Cadence.Every(Period.FromWeeks(2))))
            .Add(new Contact("ada", "Ada") { Facets = [Facet.Professional, Facet.Personal] }).OrThrow()
            .Record(Lunch with { Facet = Facet.Professional }).OrThrow()
            .Record(Lunch with { At = AsOf, Facet = Facet.Personal }).OrThrow();

        Assert.Equal(new LocalDate(2026, 3, 6), book.CadenceOf("ada", AsOf).Window!.Value.Ideal);
    }

    [Fact]
    public void Questions_OfAnUnknownContactOrInstant_NameTheCallersArgument()
    {
        Assert.Equal("eve", Assert.Throws<ContactNotFoundException>("id", () => Book.ScoreOf("eve", AsOf)).Contact.Value);
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => Book.ScoreOf("ada", Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => Book.DueBy(Instant.MinValue, Today));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => Book.HealthAt(Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => Book.BriefOf("ada", Instant.MaxValue));
    }

    [Fact]
    public void PolicyThatThrows_IsReportedForItsContactAndTheOthersAreAnswered()
    {
        var book = Book.Record("bob", Channel.Voice, AsOf - Duration.FromDays(40)).OrThrow().WithOverride("bob", new Broken()).OrThrow();

        Assert.Equal(["ada"], book.DueBy(AsOf, Today.PlusMonths(2)).Select(due => due.Contact.Id.Value));
        var failure = book.CadenceOf("bob", AsOf).Failure!;
        Assert.Equal(
            (nameof(Broken), nameof(InvalidOperationException), false), (failure.Policy, failure.Exception, failure.IsNotRegistered));
        var finding = Assert.Single(book.ReviewCadences(AsOf), found => found.Kind == CadenceFindingKind.PolicyFailed);
        Assert.Equal("bob", finding.Contact!.Value.Value);
        Assert.Contains(
            book.PlanWeek(AsOf, Today).LeftOut, left => left.Contact.Id == "bob" && left.Because.Code == PlanReasonCode.PolicyFailed);
        book.HealthAt(AsOf);
        book.FeasibilityAt(AsOf);
        book.Simulate(AsOf, SimulationSettings.Default);
    }

    [Fact]
    public void UnlistedChannel_CountsAndIsAFinding()
    {
        var book = Book.Record(new Touchpoint("bob", AsOf - Duration.FromDays(1), Channel.FromName("pigeon"), Direction.Outgoing))
            .OrThrow();

        Assert.Equal(1, book.ScoreOf("bob", AsOf).ContactDays);
        var finding = Assert.Single(book.ReviewCadences(AsOf), found => found.Kind == CadenceFindingKind.UnlistedChannel);
        Assert.Contains("pigeon", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(book.DueBy(AsOf, Today.PlusYears(1)));
        book.PlanWeek(AsOf, Today);
        book.Explain("bob", AsOf);
        book.BriefOf("bob", AsOf);
    }

    [Fact]
    public void Policies_NestedTooDeep_AreRefusedWhereTheyAreMade()
    {
        var policy = Cadence.Every(Period.FromWeeks(1));
        for (var depth = 1; depth < 32; depth++)
        {
            policy = Cadence.Soonest(policy, Cadence.Never);
        }

        Assert.Contains(
            "at most 32", Assert.Throws<ArgumentException>(() => Cadence.AtLeast(policy, Period.FromDays(1))).Message,
            StringComparison.Ordinal);
        var book = Book.WithOverride("ada", policy).OrThrow();
        using var stream = new MemoryStream();
        book.Save(stream);
        stream.Position = 0;
        Assert.Equal(policy, RelationshipBook.Load(stream).Overrides["ada"]);
    }

    [Fact]
    public void Save_OfWhatCannotBeStored_WritesNothing()
    {
        using var stream = new MemoryStream();

        Assert.Throws<InvalidOperationException>(() => Book.WithOverride("ada", new Broken()).OrThrow().Save(stream));
        Assert.Equal(0, stream.Length);
        var nameless = Assert.Throws<InvalidOperationException>(() => Book.WithOverride("ada", new Nameless()).OrThrow().Save(stream));
        Assert.Contains(nameof(Nameless), nameless.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_OnAStreamThatForbidsBlocking_Saves()
    {
        using var stream = new AsyncOnlyStream();
        await Book.SaveAsync(stream);
        stream.Position = 0;

        Assert.Equal(Book.ScoreOf("ada", AsOf), (await RelationshipBook.LoadAsync(stream)).ScoreOf("ada", AsOf));
    }

    [Fact]
    public void Undo_GoesBackStepByStep_AndTakesAnImportAsOne()
    {
        var imported = Book.Record([Lunch with { At = AsOf }, Lunch with { At = AsOf - Duration.FromDays(1) }]).OrThrow();
        var renamed = imported.Change(imported.Find("bob")! with { Name = "Robert" }).OrThrow();

        var once = renamed.Undo().OrThrow();
        var twice = once.Undo().OrThrow();
        Assert.Equal(("Bob", 3), (once.Find("bob")!.Name, once.Touchpoints.Count));
        Assert.Equal(1, twice.Touchpoints.Count);
        Assert.Equal(0, twice.Undo().OrThrow().Undo().OrThrow().ContactCount);
        Assert.Equal(BookRefusalReason.NothingThere, Assert.Single(RelationshipBook.Create(DateTimeZone.Utc).Undo().Refused).Reason);
    }

    [Fact]
    public void Undo_OfAnUpdateChangedSince_IsRefused()
    {
        var update = Book.Change(Book.Find("bob")! with { Name = "Robert" });
        var later = update.Book.Change(update.Book.Find("bob")! with { Name = "Rob" }).OrThrow();

        Assert.Equal(BookRefusalReason.ChangedSince, Assert.Single(update.Undo(later).Refused).Reason);
        Assert.Equal("Bob", update.Undo().OrThrow().Find("bob")!.Name);
    }

    [Fact]
    public void Then_MakesOneStepOfSeveral()
    {
        var update = Book.Add(new Contact("cleo", "Cleo"))
            .Then(book => book.Record("cleo", Channel.Voice, AsOf))
            .Then(book => book.Snooze("cleo", Today.PlusDays(3)));

        Assert.Equal(3, update.Changes.Length);
        Assert.Equal(Book.Revision + 1, update.Book.Revision);
        Assert.Null(update.Book.Undo().OrThrow().Find("cleo"));
    }

    [Fact]
    public void NothingChanged_IsNoStep()
    {
        var update = Book.Change(Book.Find("ada")!);

        Assert.Empty(update.Changes);
        Assert.Same(Book, update.Book);
    }

    [Fact]
    public void NotNow_AcceptedWeeks_Favours_AreKeptAndLoaded()
    {
        var plan = Book.PlanWeek(AsOf, new LocalDate(2026, 3, 9));
        var book = Book.NotNow("bob", Today.PlusDays(7)).OrThrow()
            .Accept(plan).OrThrow()
            .Note(new Favour("ada", ContributionKind.Help, FavourSide.Received, AsOf)).OrThrow()
            .Keep(new Introduction("ada", "bob", new Contribution(ContributionKind.Advice, "tax"), AsOf)).OrThrow()
            .WithPlanSettings(PlanSettings.Default with { MinutesPerWeek = 30, IsGentle = true }).OrThrow();
        using var stream = new MemoryStream();
        book.Save(stream);
        stream.Position = 0;
        var loaded = RelationshipBook.Load(stream);

        Assert.Equal(book.NotNowUntil.AsEnumerable(), loaded.NotNowUntil);
        Assert.Equal(book.AcceptedWeeks.AsEnumerable(), loaded.AcceptedWeeks);
        Assert.Equal(book.Introductions, loaded.Introductions);
        Assert.Equal(1, loaded.FavoursAt(AsOf).With("ada").Received);
        Assert.Equal(book.PlanSettings, loaded.PlanSettings);
        Assert.Equal(BookRefusalReason.NothingThere, Assert.Single(loaded.WithoutAcceptedWeek(Today).Refused).Reason);
    }

    [Fact]
    public void NotNow_LeavesThePlanAndNotTheDueList()
    {
        var monday = new LocalDate(2026, 3, 9);
        var book = Book.NotNow("ada", monday.PlusWeeks(2)).OrThrow();

        Assert.Contains(Book.PlanWeek(AsOf, monday).Items, item => item.Contact.Id == "ada");
        Assert.Equal(
            PlanReasonCode.NotNow, Assert.Single(book.PlanWeek(AsOf, monday).LeftOut, left => left.Contact.Id == "ada").Because.Code);
        Assert.Equal(Book.DueBy(AsOf, monday).Length, book.DueBy(AsOf, monday).Length);
        Assert.Contains(book.NotNow("ada", null).OrThrow().PlanWeek(AsOf, monday).Items, item => item.Contact.Id == "ada");
    }

    [Fact]
    public void BriefOf_CountsTheFavoursThatWereNoted()
    {
        var book = Book.Note(new Favour("ada", ContributionKind.Help, FavourSide.Received, AsOf)).OrThrow().Note(
            new Favour("bob", ContributionKind.Help, FavourSide.Given, AsOf)).OrThrow();

        Assert.Equal((0, 1), (book.BriefOf("ada", AsOf).Favours.Given, book.BriefOf("ada", AsOf).Favours.Received));
        Assert.Equal(0, book.BriefOf("ada", AsOf - Duration.FromDays(1)).Favours.Received);
    }

    [Theory]
    [InlineData("archived")]
    [InlineData("deceased")]
    [InlineData("no contact")]
    [InlineData("paused")]
    public void WhoRests_IsInNoBriefIntroductionOrProposal(string how)
    {
        var tax = new Contribution(ContributionKind.Advice, "tax");
        var open = Book
            .Change(Book.Find("ada")! with { Needs = [tax], Promises = [new Promise("send the book", Today)] }).OrThrow()
            .Change(Book.Find("bob")! with { Offers = [tax] }).OrThrow()
            .Record(Enumerable.Range(1, 5).Select(i => Lunch with { At = AsOf - Duration.FromDays(7 * i) })).OrThrow();
        var book = (how switch
        {
            "archived" => open.Archive("ada"),
            "deceased" => open.MarkDeceased("ada"),
            "paused" => open.Pause("ada", Today),
            _ => open.WithWishes("ada", new ContactWishes { NoContact = true }),
        }).OrThrow();

        Assert.Contains(open.BriefOf("ada", AsOf).Points, point => point.Subject == "send the book");
        Assert.Single(open.FindIntroductions(AsOf));
        Assert.NotNull(open.ProposalFor("ada", AsOf));
        Assert.Empty(book.BriefOf("ada", AsOf).Points);
        Assert.Empty(book.BriefOf("ada", AsOf).Offers);
        Assert.Empty(book.FindIntroductions(AsOf));
        Assert.Null(book.ProposalFor("ada", AsOf));
    }

    [Fact]
    public void Dismiss_IsKept()
    {
        var book = Book.Dismiss("same ada bob").OrThrow();

        Assert.True(book.IsDismissed("same ada bob"));
        Assert.False(book.IsDismissed("same ada eve"));
        Assert.False(book.Undo().OrThrow().IsDismissed("same ada bob"));
    }

    [Fact]
    public void Stay_OfSeveralDays_IsContactOnEachAndSilenceCountsFromItsEnd()
    {
        var holiday = new Touchpoint(
            "bob", Instant.FromUtc(2026, 2, 10, 12, 0), Channel.InPerson, Direction.Mutual) { Length = Duration.FromDays(4) };
        var book = Book.Record("bob", Channel.Voice, Instant.FromUtc(2026, 1, 1, 12, 0)).OrThrow().Record(holiday).OrThrow();
        var score = book.ScoreOf("bob", Instant.FromUtc(2026, 2, 20, 12, 0));

        Assert.Equal((6, 2), (score.ContactDays, score.Touchpoints));
        Assert.Equal(6, score.Rhythm.SilentDays!.Value, 1e-9);
        Assert.Equal(Instant.FromUtc(2026, 2, 14, 12, 0), score.LastTouch);

        // One gap, from the call to the beginning of the stay; the days of the stay are one spell.
        Assert.Equal(40, score.Rhythm.UsualGapDays!.Value, 1e-9);
        Assert.Equal(new LocalDate(2026, 3, 7), book.CadenceOf("bob", AsOf).Window!.Value.Ideal);

        // While it lasts: in touch now, and only the days so far.
        var during = book.ScoreOf("bob", Instant.FromUtc(2026, 2, 12, 6, 0));
        Assert.Equal((4, 0.0), (during.ContactDays, during.Rhythm.SilentDays));
    }

    [Fact]
    public void Automatic_CountsNowhereAndAnswersNothing()
    {
        var letter = new Touchpoint("bob", AsOf - Duration.FromDays(1), Channel.Email, Direction.Incoming) { IsAutomatic = true };
        var book = Book.Record(letter).OrThrow();

        Assert.Equal(0, book.ScoreOf("bob", AsOf).ContactDays);
        Assert.Equal(0, book.ConversationOf("bob", AsOf).ContactOpenings);
        Assert.Equal(letter, book.FindTouchpoint(letter.Key));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private sealed class Broken : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => throw new InvalidOperationException("secret");

        public override string ToString() => nameof(Broken);
    }

    private sealed class Nameless : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => null;

        public override string ToString() => throw new InvalidOperationException();
    }

    // As a web server's response body: nothing may block.
    private sealed class AsyncOnlyStream : Stream
    {
        private readonly MemoryStream inner = new();

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Flush() => throw new InvalidOperationException("synchronous");

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("synchronous");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);
    }
}
