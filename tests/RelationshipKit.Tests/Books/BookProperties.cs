using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Cadences;
using RelationshipKit.Testing.Generators;
using RelationshipKit.Tests.Generators;
using RelationshipKit.Tests.Touchpoints;

namespace RelationshipKit.Tests.Books;

[Properties(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 300)]
public class BookProperties
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 4, 2, 9, 0);

    private static readonly RelationshipBook Start = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Pacific/Apia"], Cadence.ByCircle())
        .Add(BookOperation.People[..3].Select(id => new Contact(id, id) { Circle = Circle.Inner })).OrThrow();

    [Property]
    public void Replaying_the_changes_gives_the_same_bits(BookOperation[] operations)
    {
        var (book, updates) = Operate(Start, operations);
        var replayed = Start.Apply(BookChangeJson.Read(BookChangeJson.Write(updates.SelectMany(update => update.Changes)))).OrThrow();

        Assert.Equal(Saved(book), Saved(replayed));
        Assert.Equal(book.Revision, replayed.Revision);
    }

    [Property]
    public void Undoing_an_update_restores_the_bits(BookOperation[] operations)
    {
        foreach (var update in Operate(Start, operations).Updates.Where(update => update.Erasure is null))
        {
            Assert.Equal(Saved(update.Before), Saved(update.Undo().OrThrow()));
        }
    }

    [Property]
    public void Undoing_everything_leads_back_to_the_start(BookOperation[] operations)
    {
        var (book, _) = Operate(Start, [.. operations.Where(operation => !operation.IsErasure)]);
        while (book.CanUndo && book.Journal.Steps.Count > Start.Journal.Steps.Count)
        {
            book = book.Undo().OrThrow();
        }

        Assert.Equal(Saved(Start), Saved(book));
    }

    [Property]
    public void A_book_obtained_before_keeps_its_answers(BookOperation[] operations)
    {
        var half = Operate(Start, operations[..(operations.Length / 2)]).Book;
        var (before, scores) = (Saved(half), Scores(half));
        Operate(half, operations[(operations.Length / 2)..]);

        Assert.Equal(before, Saved(half));
        Assert.Equal(scores, Scores(half));
    }

    [Property]
    public void A_saved_book_comes_back_with_the_same_bits_and_answers(BookOperation[] operations)
    {
        var book = Operate(Start, operations).Book;
        using var stream = new MemoryStream(Saved(book));
        var loaded = RelationshipBook.Load(stream);

        Assert.Equal(Saved(book), Saved(loaded));
        Assert.Equal(Scores(book), Scores(loaded));
    }

    [Property]
    public void An_operation_leaves_alone_whoever_shares_no_touchpoint_with_its_contact(BookOperation[] operations, BookOperation last)
    {
        var book = Operate(Start, operations).Book;
        var after = last.IsAboutTheBook || last.At > AsOf ? book : last.On(book)?.Book ?? book;
        var touched = new[] { last.One, last.Other }.Concat(last.Touchpoint.Participants).Concat(last.Better.Participants).ToHashSet();

        // A key names what is held by its own id, whoever took part in it.
        touched.UnionWith(book.Touchpoints.Concat(after.Touchpoints)
            .Where(touchpoint => touchpoint.Key == last.Touchpoint.Key || touchpoint.Key == last.Better.Key)
            .SelectMany(touchpoint => touchpoint.Participants));
        touched.UnionWith(
            touched.ToArray()
                .SelectMany(id => book.Touchpoints.Of(id).Concat(after.Touchpoints.Of(id)))
                .SelectMany(touchpoint => touchpoint.Participants));
        foreach (var contact in book.Contacts.Where(contact => !contact.Aliases.Append(contact.Id).Any(touched.Contains)))
        {
            Assert.Equal(book.ScoreOf(contact.Id, AsOf), after.ScoreOf(contact.Id, AsOf));
        }
    }

    [Property]
    public void Merging_and_splitting_is_nothing(BookOperation[] operations, BookOperation last)
    {
        var book = Operate(Start, operations).Book;
        var merged = book.Merge(last.One, last.Other);
        if (merged.Changes.IsEmpty)
        {
            return;
        }

        var absorbed = merged.Before.Find(last.Other)!.Id;
        var split = merged.Book.Split(absorbed).OrThrow();
        Assert.Equal(Content(book), Content(split));
        Assert.Equal(Scores(book), Scores(split));
    }

    [Property]
    public void Erasing_leaves_no_byte_of_the_person(BookOperation[] operations)
    {
        // An id that is nowhere else, so that any occurrence is a trace.
        var gone = (ContactId)"zq7";
        var book = Operate(
            Start.Add(new Contact(gone, "Zed Quill") { Addresses = [Contacts.ContactSamplesOf.Mail("zed@example.org")] }).OrThrow(),
            operations).Book;
        book = book.Record(
            [
                new Touchpoint(gone, AsOf, Channel.Voice, Direction.Mutual),
                new Touchpoint([gone, "ada"], AsOf, Channel.InPerson, Direction.Mutual) { Note = "with zq7, who laughed" }
            ]).Book;
        book = book.WithOverride(gone, Cadence.Never).Book.Snooze(gone, new LocalDate(2026, 5, 1)).Book;
        book = book.WithCadence(Cadence.First(Cadence.For(ContactSelector.One(gone), Cadence.Never), Cadence.ByCircle())).Book;
        var erased = book.Erase(gone);

        var text = System.Text.Encoding.UTF8.GetString(Saved(erased.OrThrow()));
        Assert.DoesNotContain("zq7", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zed Quill", text, StringComparison.Ordinal);
        Assert.DoesNotContain("zed@example.org", text, StringComparison.Ordinal);
        Assert.Equal(BookRefusalReason.Forgotten, Assert.Single(erased.Book.Add(new Contact(gone, "Z")).Refused).Reason);
        Assert.Equal(
            BookRefusalReason.Forgotten,
            Assert.Single(
                erased.Book.Add(
                    new Contact("new", "Z") { Addresses = [Contacts.ContactSamplesOf.Mail("ZED@example.org")] }).Refused).Reason);
        Assert.NotNull(erased.Book.Readmit(new Contact(gone, "Z")).OrThrow().Find(gone));
        Assert.NotNull(book.Erase(gone, keepForgotten: false).Book.Add(new Contact(gone, "Z")).OrThrow().Find(gone));
    }

    [Property(Arbitrary = [typeof(LogChangeArbitraries)], MaxTest = 300)]
    public void A_book_does_to_touchpoints_what_a_plain_list_of_versions_does(LogChange[] changes)
    {
        var plain = new PlainLog();
        var book = RelationshipBook.Create(DateTimeZone.Utc)
            .Add(TouchpointArbitraries.People.Select(id => new Contact(id, "name")))
            .OrThrow();
        foreach (var given in changes.Where(change => change.Kind != ChangeKind.Erase))
        {
            // A book restores by identity, what it last knew.
            var change = given.Kind == ChangeKind.Restore && book.State.History.SlotOf(given.Touchpoint) is { Held: null } slot
                ? given with { Touchpoint = slot.Past[^1].Touchpoint }
                : given;
            var expected = plain.Apply(change);
            Assert.Equal(expected is "Added" or "True", OnBook(ref book, change));
        }

        Assert.Equal(plain.Current.Order(RelationshipKit.Touchpoints.TouchpointIdentity.Comparer), book.Touchpoints);
        Assert.All(
            TouchpointArbitraries.Instants,
            instant => Assert.Equal(
                plain.KnownAt(instant).Order(RelationshipKit.Touchpoints.TouchpointIdentity.Comparer), book.TouchpointsKnownAt(instant)));

        static bool OnBook(ref RelationshipBook book, LogChange change)
        {
            var at = change.RecordedAt ?? change.Touchpoint.At;
            try
            {
                var update = change.Kind switch
                {
                    ChangeKind.Add => book.Record(change.Touchpoint, at),
                    ChangeKind.Retract => book.Retract(change.Touchpoint.Key, at),
                    ChangeKind.Correct => book.Correct(change.Touchpoint.Key, change.Corrected, at),
                    _ => book.Restore(change.Touchpoint.Key, at),
                };
                book = update.Book;
                return update.Refused.IsEmpty;
            }
            catch (ArgumentOutOfRangeException)
            {
                return false;
            }
        }
    }

    [Property(Arbitrary = [typeof(BookArbitraries), typeof(TouchpointArbitraries)], MaxTest = 100)]
    public void Every_question_answers_whatever_the_book_holds(RelationshipBook book, bool isEarly, bool isLate)
    {
        var asOf = isEarly ? TouchpointArbitraries.First : isLate ? TouchpointArbitraries.Last : AsOf;
        var hostile = book.Contacts.Aggregate(
            book,
            (left, contact) => left.WithOverride(contact.Id, contact.Id.Value == "bob" ? new Throwing() : Cadence.Named("nobody")).Book);
        foreach (var asked in new[] { book, hostile })
        {
            var by = asOf.InZone(asked.Zone).Date;
            asked.DueBy(asOf, by);
            asked.ReviewCadences(asOf);
            asked.HealthAt(asOf);
            asked.FeasibilityAt(asOf);
            asked.FindIntroductions(asOf);
            asked.FavoursAt(asOf);
            asked.RhythmsAt(asOf);
            foreach (var contact in asked.Contacts)
            {
                asked.ScoreOf(contact.Id, asOf);
                asked.Explain(contact.Id, asOf);
                asked.ConversationOf(contact.Id, asOf);
                asked.CadenceOf(contact.Id, asOf);
                asked.ProposalFor(contact.Id, asOf);
                asked.BriefOf(contact.Id, asOf);
            }
        }
    }

    [Property]
    public void Making_several_updates_again_is_one_update_of_them_all(BookOperation[] operations)
    {
        var (book, updates) = Operate(Start, operations);
        var again = Start.Apply(updates.SelectMany(update => update.Changes));

        Assert.Equal(Saved(book), Saved(Start.Apply(again.Changes).OrThrow()));
        Assert.Equal(Saved(book), Saved(RelationshipBookFactory.Default.Open(Kept(BookContent.Of(Start), BookContent.ChangedBy(again)))));
        if (updates.All(update => update.Erasure is null))
        {
            var undone = again.Undo();
            Assert.Equal(Saved(Start), Saved(undone.OrThrow()));
            Assert.Equal(Saved(Start), Saved(book.Apply(undone.Changes).OrThrow()));
        }
    }

    [Property]
    public void Rows_kept_by_key_through_all_updates_open_as_the_book(BookOperation[] operations)
    {
        var (book, updates) = Operate(Start, operations);
        var kept = BookContent.Of(Start);
        foreach (var update in updates)
        {
            kept = Kept(kept, BookContent.ChangedBy(update));
        }

        var opened = RelationshipBookFactory.Default.Open(kept);
        Assert.Equal(Saved(book), Saved(opened));
        Assert.Equal(book.Revision, opened.Revision);
        Assert.Equal(Scores(book), Scores(opened));
    }

    [Property]
    public void A_book_that_was_asked_answers_as_one_that_never_was(BookOperation[] operations, BookOperation[] asked)
    {
        var book = Start;
        foreach (var (operation, question) in operations.Zip(asked.Concat(operations)))
        {
            book = operation.On(book)?.Book ?? book;
            Assert.Equal(Answers(RelationshipBook.Load(new MemoryStream(Saved(book))), question.At), Answers(book, question.At));
        }

        static string[] Answers(RelationshipBook book, Instant asOf) =>
        [
            .. from contact in book.Contacts
               from facet in new[] { null, Facet.Professional, Facet.Family }
               select Convert.ToHexString(book.Scorer.StateOf(book.Touchpoints, contact, asOf, facet).ToBytes())
                   + book.ScoreOf(contact.Id, asOf, facet)
                   + book.CadenceOf(contact.Id, asOf, facet),
        ];
    }

    // What a store does with the rows of an update.
    private static BookContent Kept(BookContent held, BookContent changed) => changed.IsWhole
        ? changed
        : new BookContent
        {
            ZoneId = changed.ZoneId,
            Revision = changed.Revision,
            Contacts =
                [.. held.Contacts.ExceptBy(changed.Contacts.Select(row => row.Id), row => row.Id)
                    .Concat(changed.Contacts.Where(row => row.Contact is not null))],
            Touchpoints =
                [.. held.Touchpoints.ExceptBy(changed.Touchpoints.Select(row => row.Key), row => row.Key)
                    .Concat(changed.Touchpoints.Where(row => !row.Versions.IsEmpty))],
            Entries =
                [.. held.Entries.ExceptBy(changed.Entries.Select(row => (row.Part, row.Key)), row => (row.Part, row.Key))
                    .Concat(changed.Entries.Where(row => row.Content is not null))],
            Steps = [.. held.Steps, .. changed.Steps.Where(step => step.Undoes is null)],
        };

    private static (RelationshipBook Book, List<BookUpdate> Updates) Operate(RelationshipBook book, BookOperation[] operations)
    {
        var updates = new List<BookUpdate>();
        foreach (var operation in operations)
        {
            if (operation.On(book) is { Changes.IsEmpty: false } update)
            {
                updates.Add(update);
                book = update.Book;
            }
        }

        return (book, updates);
    }

    private static byte[] Saved(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        return stream.ToArray();
    }

    // What the book holds, without how it came about.
    private static byte[] Content(RelationshipBook book) => Saved(new RelationshipBook(book.State, BookJournal.Empty));

    private static RelationshipScore[] Scores(RelationshipBook book) =>
        [.. book.Contacts.Select(contact => book.ScoreOf(contact.Id, AsOf))];

    private sealed class Throwing : ICadencePolicy
    {
        public CadenceWindow? NextDue(CadenceContext context) => throw new InvalidOperationException();

        public override string ToString() => throw new InvalidOperationException();
    }
}
