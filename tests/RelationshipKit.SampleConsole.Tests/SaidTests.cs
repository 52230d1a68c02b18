namespace RelationshipKit.SampleConsole.Tests;

/// <summary>What the program says back, so that a person sees at once whether it understood.</summary>
public sealed class SaidTests : IDisposable
{
    private readonly TestBook book = new TestBook().Begin("Ada Lovelace", "Bob");

    public void Dispose() => book.Dispose();

    [Fact]
    public void AnUnknownName_GetsOnlyNamesThatAreLikeIt()
    {
        Assert.Contains("did you mean Ada Lovelace (ada-lovelace)?", book.Refused("explain", "lovelase"), StringComparison.Ordinal);
        Assert.DoesNotContain("Bob", book.Refused("explain", "lovelase"), StringComparison.Ordinal);
        Assert.Contains(
            "'zebulon' is unknown, and nobody has a name like it; score lists all.", book.Refused("explain", "zebulon"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherOfTheSameName_IsAddedAndPointedOut() =>
        Assert.StartsWith(
            "Added bob as bob-2. There is Bob (bob) already; \"merge bob bob-2\" makes one of both.", book.Done("add", "bob").Said,
            StringComparison.Ordinal);

    [Fact]
    public void ATouchToCome_SaysFromWhenItCounts()
    {
        Assert.Equal(
            "Logged that you met Bob. It is still to come, and counts from 2199-01-10 on. That is more than a year ahead; if it is a slip "
                + "of the pen, \"undo\" takes it back.",
            book.Done("log", "bob", "met", "--on", "2199-01-10").Said);
        Assert.Equal("Logged that you met Bob.", book.Done("log", "bob", "met", "--on", "2026-01-10").Said);
    }

    [Fact]
    public void ASecondTouchOfADay_IsToldApartByATime()
    {
        book.Done("log", "ada", "call", "--on", "2026-03-01");
        book.Done("log", "ada", "text");

        Assert.Equal(
            "log: a call with Ada Lovelace on 2026-03-01 is noted already. If there were two, a time tells them apart, such as --on "
                + "\"2026-03-01 18:30\"; \"correct ada-lovelace 2\" changes the noted one.",
            book.Refused("log", "ada", "call", "--on", "yesterday", "--minutes", "5"));
        Assert.Equal("Logged a call with Ada Lovelace.", book.Done("log", "ada", "call", "--on", "yesterday 18:30").Said);
        Assert.Contains("2026-03-01 18:30 voice, both", book.Done("history", "ada").Said, StringComparison.Ordinal);
        Assert.Contains(
            "on 2026-03-01 18:30 is noted already", book.Refused("correct", "ada", "3", "--on", "2026-03-01T18:30"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_SaysWhatItTookBack()
    {
        book.Done("log", "ada", "call");
        book.Done("every", "bob", "P2W");
        Assert.Equal("Taken back: how often to be in touch (Bob).", book.Done("undo").Said);
        Assert.Equal("Taken back: the call with Ada Lovelace on 2026-03-02.", book.Done("undo").Said);
    }

    [Fact]
    public void Undo_OfACorrection_SaysSo()
    {
        book.Done("log", "ada", "call");
        book.Done("correct", "ada", "--minutes", "5");
        Assert.Equal("Taken back: the correction of the call with Ada Lovelace on 2026-03-02.", book.Done("undo").Said);
        book.Done("retract", "ada");
        Assert.Equal("Taken back: that you took back the call with Ada Lovelace on 2026-03-02.", book.Done("undo").Said);
        book.Done("retract", "ada");
        Assert.Contains("was noted and then taken back", book.Refused("log", "ada", "call"), StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_OfAnImport_SaysWhatTheImportBrought()
    {
        var csv = book.Write(
            "touches.csv",
            "at,contact,channel,direction\n2026-02-01T10:00:00Z,Bob,voice,outgoing\n2026-02-02T10:00:00Z,Eve,voice,outgoing\n");
        book.Done("import", csv);
        Assert.Equal("Taken back: the import, with 1 new person, 2 touchpoints.", book.Done("undo").Said);
    }

    [Fact]
    public void Undo_AfterSomebodyWasForgotten_SaysWhatStays()
    {
        book.Done("log", "ada", "call");
        Assert.EndsWith("cannot be taken back any more.", book.Done("forget", "ada-lovelace").Said, StringComparison.Ordinal);
        Assert.Equal(
            "undo: this step and those before it stay, because they have to do with somebody who was forgotten.", book.Refused("undo"));
    }

    [Theory]
    [InlineData("remind", "--help")]
    [InlineData("remind", "--every", "P1W")]
    [InlineData("remind")]
    public void AnUnknownCommand_IsNamedFirst(params string[] arguments) =>
        Assert.StartsWith("'remind' is not a command.", book.Refused(arguments), StringComparison.Ordinal);

    [Fact]
    public void AMistypedCommand_IsGuessed() =>
        Assert.Equal("'explian' is not a command; did you mean explain? See --help.", book.Refused("explian", "ada"));

    [Fact]
    public void Forget_TakesNoPartOfAName_AndSaysWhoWasErased()
    {
        Assert.Contains("'ada' is a part of Ada Lovelace (ada-lovelace)", book.Refused("forget", "ada"), StringComparison.Ordinal);
        Assert.StartsWith("Erased Ada Lovelace (ada-lovelace)", book.Done("forget", "ada lovelace").Said, StringComparison.Ordinal);
        Assert.StartsWith("Erased Bob (bob)", book.Done("forget", "bob").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void ACircleWithoutACadence_IsPointedOut()
    {
        Assert.StartsWith(
            "Added Cleo as cleo. \"friends\" is a circle of your own, which has no cadence yet; those that come with one are inner, close, "
                + "affinity and active. To be reminded: ",
            book.Done("add", "Cleo", "--circle", "friends").Said, StringComparison.Ordinal);
        Assert.Equal("Added Dora as dora.", book.Done("add", "Dora", "--circle", "close").Said);
        Assert.Equal("Taken back: somebody new (Dora).", book.Done("undo").Said);
    }

    [Fact]
    public void APeriod_MayBeShort() =>
        Assert.Equal(
            book.Done("every", "ada", "P2W").Said,
            book.Done("every", "bob", "2w").Said.Replace("Bob", "Ada Lovelace", StringComparison.Ordinal));

    [Fact]
    public void AnImportOfWhatIsThere_DoesNotOfferToUndoIt()
    {
        var path = book.Write("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nEND:VCARD\n");
        Assert.Contains("\"undo\" takes all of it back", book.Done("import", path).Output, StringComparison.Ordinal);
        Assert.Contains("All of it was in your book already", book.Done("import", path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ABookOfOnesOwn_SpeaksToItsOwner()
    {
        using var own = new TestBook();
        own.Done("init", "--zone", "Europe/Berlin");
        own.Done("add", "Ada");
        own.Done("log", "ada", "call", "--on", "2026-01-10");
        Assert.StartsWith("a tie of yours as of", own.Done("explain", "ada").Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("How your network stands", own.Done("health").Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Your circles as of", own.Done("circles").Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("The circles of Robin as of", book.Done("circles").Lines[0], StringComparison.Ordinal);
    }
}
