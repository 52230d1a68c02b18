using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Interchange.Tests.Importing;

public sealed class ImportTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 0, 0);

    private readonly TemporaryFolder folder = new();

    private static ImportSettings Settings => new() { AsOf = Now };

    private static RelationshipBook Empty => RelationshipBook.Create(DateTimeZone.Utc);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Card_GivesAContactWithASlugAndPlainAddresses()
    {
        var import = await Read(
            Empty, Settings with { Region = "GB" },
            Card("Zoë  O'Neil", "EMAIL:Zoe@X.org", "TEL:020 7946 0018", "BDAY:--0314", "ORG:Acme", "CATEGORIES:climbing", "X-PET:cat"));
        var book = import.Apply(Empty).OrThrow();

        var contact = Assert.Single(book.Contacts);
        Assert.Equal("zoe-oneil", contact.Id.Value);
        Assert.Equal("Zoë O'Neil", contact.Name);
        Assert.Equal([Address.Email("zoe@x.org"), Address.Phone("+442079460018")], contact.Addresses.ToArray());
        Assert.Equal([new Occasion(OccasionKind.Birthday, PartialDate.FromMonthDay(3, 14))], contact.Occasions.ToArray());
        Assert.Equal("Acme", contact.Organization);
        Assert.Equal(["climbing"], contact.Tags.ToArray());
        Assert.Equal(["X-PET:cat"], contact.UnknownProperties.ToArray());
        Assert.Equal(new LocalDate(2026, 6, 1), contact.AddedOn);
        Assert.Equal((1, 0, 0), (import.Report.Contacts.Added, import.Report.Contacts.Changed, import.Report.Contacts.Same));
    }

    [Fact]
    public async Task Cards_OfOneNameWithOtherAddresses_AreTwoContactsAndASuggestion()
    {
        var import = await Read(Empty, Settings, Card("Ada", "EMAIL:a@x.org"), Card("Ada", "EMAIL:b@x.org"));

        Assert.Equal(["ada", "ada-2"], import.Apply(Empty).OrThrow().Contacts.Select(contact => contact.Id.Value));
        var pair = Assert.Single(import.Report.Suggestions);
        Assert.Equal(("ada", "ada-2", 0.6), (pair.A.Value, pair.B.Value, pair.Score));
        Assert.Equal(["the same name"], pair.Because.ToArray());
        Assert.Empty(DuplicateContacts.Find(import.Apply(Empty).Book.Dismiss(pair.Key).OrThrow()));
    }

    [Fact]
    public async Task Me_NotSaid_IsTheOwnerOfTheBook()
    {
        var mine = Empty.WithOwner(new OwnerProfile { Addresses = [Address.Email("me@x.org")] }).OrThrow();
        var import = await Read(mine, Settings, Mail("1", "Ada <ada@x.org>", "me@x.org"));

        Assert.Equal("me@x.org", Assert.Single(import.Report.Me));
        Assert.False(import.Report.IsMeProposed);
        Assert.Equal(["ada"], import.Apply(mine).OrThrow().Contacts.Select(contact => contact.Id.Value));
    }

    [Fact]
    public void FormatOf_TellsByTheContent()
    {
        var path = Path.Combine(folder.Path, "people.txt");
        File.WriteAllText(path, Card("Ada"));
        Assert.Equal("vcard", Import.FormatOf(path));

        File.WriteAllText(path, "%PDF-1.4");
        Assert.Contains("PDF", Assert.Throws<InterchangeException>(void () => Import.FormatOf(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_Twice_AddsNothing()
    {
        string[] texts =
        [
            Card("Ada", "EMAIL:ada@x.org", "X-PET:cat"),
            Card("Bob"),
            Mail("1", "Ada <ada@x.org>", "me@x.org"),
            Mail("2", "me@x.org", "new@x.org")
        ];
        var book = (await Read(Empty, Settings with { Me = ["me@x.org"] }, texts)).Apply(Empty).OrThrow();
        var again = await Read(book, Settings with { Me = ["me@x.org"] }, texts);

        Assert.Equal((3, 2), (book.ContactCount, book.Touchpoints.Count));
        Assert.Empty(again.Apply(book).Changes);
        Assert.Equal((0, 0, 2), (again.Report.Contacts.Added, again.Report.Contacts.Changed, again.Report.Contacts.Same));
        Assert.Equal((0L, 2L), (again.Report.Touchpoints.Added, again.Report.Touchpoints.Duplicates));
    }

    [Fact]
    public async Task Import_IsOneUndo()
    {
        var start = Empty.Add(new Contact("ada", "Ada") { Addresses = [Address.Email("ada@x.org")] }).OrThrow();
        var update =
            (await Read(
                start, Settings, Card("Ada", "EMAIL:ada@x.org", "ORG:Acme"), Card("Bob"), Mail("1", "ada@x.org", "me@x.org"),
                Mail("2", "bob@x.org", "me@x.org")))
            .Apply(start);

        Assert.Equal(start.Contacts, update.Book.Undo().OrThrow().Contacts);
        Assert.Equal(0, update.Book.Undo().Book.Touchpoints.Count);
        Assert.Equal(3, update.Book.ContactCount);
    }

    [Fact]
    public async Task Card_OfAContact_FillsGapsOnlyAndTheOwnersEditsWin()
    {
        var book = (await Read(Empty, Settings, Card("Ada", "EMAIL:ada@x.org", "ORG:Acme"))).Apply(Empty).OrThrow();
        var edited = book.Change(book.Find("ada")! with { Name = "Countess", Organization = "Own", Addresses = [] }).OrThrow();

        var same = await Read(edited, Settings, Card("Ada", "EMAIL:ada@x.org", "ORG:Acme"));
        Assert.Empty(same.Apply(edited).Changes);

        var more = book.Change(book.Find("ada")! with { Organization = "Own" }).OrThrow();
        var filled = (await Read(more, Settings, Card("Ada", "EMAIL:ada@x.org", "ORG:Other", "TITLE:Engineer")))
            .Apply(more)
            .OrThrow()
            .Find("ada")!;
        Assert.Equal(("Own", "Engineer"), (filled.Organization, filled.JobTitle));
    }

    [Fact]
    public async Task Erased_StayOut()
    {
        string[] texts =
        [
            Card("Ada", "EMAIL:ada@x.org"),
            Card("Bob"),
            Mail("1", "Ada <ada@x.org>", "me@x.org"),
            Mail("2", "me@x.org", "carl@x.org, ada@x.org")
        ];
        var book = (await Read(Empty, Settings with { Me = ["me@x.org"] }, texts)).Apply(Empty).OrThrow();
        var erased = book.Erase("ada").OrThrow().Erase("bob").OrThrow();
        var again = await Read(erased, Settings with { Me = ["me@x.org"] }, texts);

        Assert.Equal(["carl"], again.Apply(erased).OrThrow().Contacts.Select(contact => contact.Id.Value));
        Assert.Empty(again.Apply(erased).Changes);
        Assert.True(again.Report.Contacts.Forgotten >= 2);
        var namesake = await Read(erased, Settings, Card("Ada", "EMAIL:other@x.org"));
        Assert.Equal(["ada-2", "carl"], namesake.Apply(erased).OrThrow().Contacts.Select(contact => contact.Id.Value));
    }

    [Fact]
    public async Task Mail_ResolvesAddressesDirectionsAndAutomaticMessages()
    {
        var start = Empty.Add(new Contact("ada", "Ada") { Addresses = [Address.Email("ADA@x.org")] }).OrThrow();
        var import = await Read(
            start,
            Settings,
            Mail("1", "ada@X.org", "me@x.org"),
            Mail("2", "me@x.org", "Ada@x.org"),
            Mail("3", "shop@x.org", "me@x.org", "List-Unsubscribe: <x>\n"),
            Mail("4", "ada@x.org", "me@x.org", "Auto-Submitted: auto-replied\n"),
            Mail("1", "ada@X.org", "me@x.org"));
        var book = import.Apply(start).OrThrow();

        Assert.Equal(["me@x.org"], import.Report.Me.ToArray());
        Assert.True(import.Report.IsMeProposed);
        Assert.Equal(["ada"], book.Contacts.Select(contact => contact.Id.Value));
        Assert.Equal(
            [Direction.Incoming, Direction.Outgoing, Direction.Incoming],
            book.Touchpoints.OrderBy(touchpoint => touchpoint.At).Select(touchpoint => touchpoint.Direction));
        Assert.Equal(
            (2L, 1L, 1L, 1L),
            (import.Report.Touchpoints.Added, import.Report.Touchpoints.Duplicates, import.Report.Touchpoints.Automatic,
                import.Report.Touchpoints.WithoutContact));
    }

    [Fact]
    public async Task Retracted_StaysRetracted()
    {
        var text = Mail("1", "ada@x.org", "me@x.org");
        var book = (await Read(Empty, Settings with { Me = ["me@x.org"] }, text)).Apply(Empty).OrThrow();
        var without = book.Retract(book.Touchpoints.Single().Key, Now).OrThrow();

        Assert.Empty((await Read(without, Settings with { Me = ["me@x.org"] }, text)).Apply(without).Changes);
    }

    [Fact]
    public async Task Touchpoints_OfTheFuture_AreCountedApart()
    {
        var import = await Read(Empty, Settings, "at,contact,channel,direction\n2099-01-01,Ada,voice,out\n2026-01-01,Ada,voice,out\n");

        Assert.Equal((2L, 1L), (import.Report.Touchpoints.Added, import.Report.Touchpoints.Future));
        Assert.Equal(2, import.Apply(Empty).OrThrow().Touchpoints.Of("ada").Length);
    }

    [Fact]
    public async Task Rows_ThatDifferInTheirNotesOrIdsOnly_AreTwo()
    {
        var notes = "at,contact,channel,direction,note\n2026-01-01,Ada,voice,out,one\n2026-01-01,Ada,voice,out,two\n";
        var book = (await Read(Empty, Settings, notes)).Apply(Empty).OrThrow();

        Assert.Equal(2, book.Touchpoints.Count);
        Assert.Empty((await Read(book, Settings, notes)).Apply(book).Changes);
    }

    // The key of the row without an id is made of its columns; the other ids are chosen to spell it, before and after it is escaped.
    [Theory]
    [InlineData("voice|Outgoing|1767225600|ada|0")]
    [InlineData("|voice|Outgoing|1767225600|ada|0")]
    [InlineData("||voice|Outgoing|1767225600|ada|0")]
    [InlineData("1")]
    [InlineData("|")]
    public async Task Id_ThatSpellsTheKeyOfAnotherRow_IsAnotherTouchpoint(string id)
    {
        const string Key = "voice|Outgoing|1767225600|ada|0";
        var rows = $"at,contact,channel,direction,id,note\n2026-01-01,ada,voice,out,,none\n2026-01-01,ada,voice,out,{id},its\n"
            + $"2026-01-02,bo,voice,out,{(id == Key ? "other" : Key)},other\n";

        var import = await Read(Empty, Settings, rows);
        var book = import.Apply(Empty).OrThrow();

        Assert.Equal(3, import.Report.Touchpoints.Added);
        Assert.Equal(["its", "none", "other"], book.Touchpoints.Select(touchpoint => touchpoint.Note).Order(StringComparer.Ordinal));
        Assert.Empty((await Read(book, Settings, rows)).Apply(book).Changes);
    }

    // Each row differs from the first in one thing; the last is the third once more.
    [Fact]
    public async Task Rows_ThatDifferInOneThing_AreTouchpointsOfTheirOwn()
    {
        const string Rows = """
            at,contact,channel,direction,note
            2026-01-01,ada,voice,out,first
            2026-01-01,ada,voice,in,first
            2026-01-01,ada,voice,out,second
            2026-01-01,ada,voice,out,third
            2026-01-01,ada,video,out,first
            2026-01-01,bo,voice,out,first
            2026-01-02,ada,voice,out,first
            2026-01-01,ada,voice,out,second

            """;

        var import = await Read(Empty, Settings, Rows);
        var book = import.Apply(Empty).OrThrow();

        Assert.Equal((7, 1), (import.Report.Touchpoints.Added, import.Report.Touchpoints.Duplicates));
        Assert.Equal(7, book.Touchpoints.Count);
        Assert.Empty((await Read(book, Settings, Rows)).Apply(book).Changes);
    }

    // What so many have in common says nothing of any two.
    [Theory]
    [InlineData(50, 50 * 49 / 2)]
    [InlineData(51, 0)]
    public void Duplicates_OfMoreThanFifty_AreNotSuggested(int count, int pairs)
    {
        var book = Empty.Add(Enumerable.Range(0, count).Select(i => new Contact($"ada-{i}", "Ada") { Organization = "Acme" })).OrThrow();

        Assert.Equal(Math.Min(pairs, 1_000), DuplicateContacts.Find(book).Length);
    }

    [Fact]
    public async Task File_ThatIsNotRecognised_StopsTheApplyingAndTheOthersAreReported()
    {
        var import = await Read(Empty, Settings, Card("Ada"), "just words\n");

        Assert.True(import.Report.HasErrors);
        Assert.Equal([null, "not"], import.Report.Files.Select(file => file.Error is null ? null : "not"));
        Assert.Equal(1, import.Report.Files[0].Contacts);
        Assert.Throws<InvalidOperationException>(() => import.Apply(Empty));
        Assert.True((await Import.ReadAsync([Path.Combine(folder.Path, "missing")], Settings, Empty)).Report.HasErrors);
    }

    [Fact]
    public async Task ShownName_OfAKnownContact_IsThatContact()
    {
        var start = Empty.Add(new Contact("ada", "Ada Lovelace")).OrThrow();
        var chat = "[05/03/24, 20:15:00] Ada Lovelace: hi\n[25/03/24, 20:16:00] Me: yo\n";
        var import = await Read(start, Settings with { Me = ["Me"] }, chat);

        Assert.Equal(["ada"], import.Apply(start).OrThrow().Contacts.Select(contact => contact.Id.Value));
        Assert.Equal(2, import.Apply(start).Book.Touchpoints.Of("ada").Length);
    }

    [Fact]
    public async Task Apply_OnALaterBook_PlansAgain()
    {
        var import = await Read(Empty, Settings, Card("Ada", "EMAIL:ada@x.org"));
        var later = Empty.Add(new Contact("ada", "Another")).OrThrow();

        Assert.Equal(["ada", "ada-2"], import.Apply(later).OrThrow().Contacts.Select(contact => contact.Id.Value));
    }

    [Fact]
    public void Settings_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Settings with { Region = "XX" });
        Assert.Throws<ArgumentException>(() => Settings with { Format = "doc" });
        Assert.Throws<ArgumentException>(() => Settings with { Me = [" "] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImportSettings { AsOf = Instant.MaxValue });
        Assert.Contains("mbox", ImportSettings.Formats);
    }

    private static string Card(string name, params string[] lines) =>
        $"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\n{string.Concat(lines.Select(line => line + "\n"))}END:VCARD\n";

    private static string Mail(string id, string from, string to, string more = "") =>
        $"From: {from}\nTo: {to}\nDate: Tue, {int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) + 1} Jan 2024 08:00:00 "
            + $"+0000\nMessage-ID: <{id}@x.org>\n{more}Subject: s\n\nbody\n";

    private Task<Import> Read(RelationshipBook book, ImportSettings settings, params string[] texts)
    {
        var paths = texts.Select((text, i) =>
        {
            var path = Path.Combine(folder.Path, $"{Guid.NewGuid():N}");
            File.WriteAllText(path, text);
            return path;
        }).ToArray();
        return Import.ReadAsync(paths, settings, book);
    }
}
