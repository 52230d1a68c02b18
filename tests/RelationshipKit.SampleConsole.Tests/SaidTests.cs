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
            "Logged in-person with Bob. It is still to come, and counts from 2199-01-10 on.",
            book.Done("log", "bob", "met", "--on", "2199-01-10").Said);
        Assert.Equal("Logged in-person with Bob.", book.Done("log", "bob", "met", "--on", "2026-01-10").Said);
    }

    [Fact]
    public void Undo_SaysWhatItTookBack()
    {
        book.Done("log", "ada", "call");
        book.Done("every", "bob", "P2W");
        Assert.Equal("Taken back: how often to be in touch (Bob).", book.Done("undo").Said);
        Assert.Equal("Taken back: a touchpoint (Ada Lovelace).", book.Done("undo").Said);
    }

    [Theory]
    [InlineData("remind", "--help")]
    [InlineData("remind", "--every", "P1W")]
    [InlineData("remind")]
    public void AnUnknownCommand_IsNamedFirst(params string[] arguments) =>
        Assert.StartsWith("'remind' is not a command.", book.Refused(arguments), StringComparison.Ordinal);

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
