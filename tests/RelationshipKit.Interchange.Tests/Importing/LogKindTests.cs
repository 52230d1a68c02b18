using NodaTime;
using RelationshipKit.Forecasts;

namespace RelationshipKit.Interchange.Tests.Importing;

/// <summary>An import proposes what the log is of, and writes it into a book that does not say.</summary>
public sealed class LogKindTests : IDisposable
{
    private const string Calendar =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240203T100000Z\r\nDTEND:20240203T110000Z\r\nORGANIZER:mailto:me@x.org\r\n"
        + "ATTENDEE;CN=Ada:mailto:ada@x.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private const string Table = "at,contact,channel,direction\n2024-01-01,ada,email,out\n2024-01-03,ada,email,out\n";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, LogKind> Kinds => new()
    {
        { Mails(1), LogKind.Mail },
        { Chat(2), LogKind.Chat },
        { Calls(2), LogKind.Calls },
        { Calendar, LogKind.Calendar },
        { Table, LogKind.Unknown },
        { "me@x.org ada 1700000000\nada me@x.org 1700100000\n", LogKind.Unknown },
        { "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nEND:VCARD\n", LogKind.Unknown },
    };

    private static RelationshipBook Empty => RelationshipBook.Create(DateTimeZone.Utc);

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_OfOneKind_ProposesIt(string text, LogKind kind)
    {
        var import = await Read(Empty, text);

        Assert.False(import.Report.HasErrors);
        Assert.Equal(kind, import.Report.LogKind);
        Assert.Equal(kind, import.Apply(Empty).OrThrow().LogKind);
        Assert.Equal(kind != LogKind.Unknown, import.Report.ToString().Contains($"kind of log: {kind}", StringComparison.Ordinal));
    }

    // Four in five are of one kind, or else it is several. What tells no kind counts only where it is the most.
    [Theory]
    [InlineData(8, 2, 0, LogKind.Chat)]
    [InlineData(7, 2, 0, LogKind.People)]
    [InlineData(2, 8, 0, LogKind.Calls)]
    [InlineData(1, 0, 1, LogKind.Unknown)]
    [InlineData(2, 0, 1, LogKind.Chat)]
    public async Task Import_OfSeveralKinds_ProposesTheOneOfFourInFive(int messages, int calls, int tables, LogKind kind)
    {
        string[] texts = [Chat(messages), .. calls > 0 ? (string[])[Calls(calls)] : [], .. tables > 0 ? (string[])[Table] : []];

        Assert.Equal(kind, (await Read(Empty, texts)).Report.LogKind);
    }

    [Fact]
    public async Task Import_IsOneStepWithItsKind()
    {
        var update = (await Read(Empty, Chat(3))).Apply(Empty);
        var undone = update.Book.Undo().OrThrow();

        Assert.Same(RhythmHazard.Mail, update.Book.Scorer.Settings.Hazard);
        Assert.Equal((LogKind.Unknown, 0, 0), (undone.LogKind, undone.ContactCount, undone.Touchpoints.Count));
        Assert.Same(RhythmHazard.Default, undone.Scorer.Settings.Hazard);
    }

    // The owner's word wins, and an import without new touchpoints has nothing to propose.
    [Fact]
    public async Task Import_IntoABookThatSaysItsKind_ProposesNothing()
    {
        var said = Empty.WithLogKind(LogKind.Strangers).OrThrow();
        var import = await Read(said, Chat(3));
        Assert.Equal((LogKind.Unknown, LogKind.Strangers), (import.Report.LogKind, import.Apply(said).OrThrow().LogKind));

        var taken = (await Read(Empty, Chat(3))).Apply(Empty).OrThrow().WithLogKind(LogKind.Unknown).OrThrow();
        Assert.Empty((await Read(taken, Chat(3))).Apply(taken).Changes);
    }

    // What the book says in the meantime wins, too.
    [Fact]
    public async Task Apply_OnALaterBookThatSaysItsKind_LeavesIt()
    {
        var later = Empty.WithLogKind(LogKind.Strangers).OrThrow();

        Assert.Equal(LogKind.Strangers, (await Read(Empty, Chat(3))).Apply(later).OrThrow().LogKind);
    }

    private static string Mails(int day) =>
        $"From: ada@x.org\nTo: me@x.org\nDate: Tue, {day} Jan 2024 08:00:00 +0000\nMessage-ID: <{day}@x.org>\nSubject: s\n\nbody\n";

    private static string Chat(int messages) =>
        string.Concat(Enumerable.Range(10, messages).Select(day => $"[{day}.02.24, 21:01:02] Ada: hello\n"));

    private static string Calls(int calls) =>
        $"<calls "
            + $"count=\"{calls}\">{string.Concat(Enumerable.Range(1, calls).Select(day => $"<call number=\"+491515550101\" duration=\"60\" date=\"{1707818400000 + (86_400_000L * day)}\" type=\"1\" contact_name=\"Ada\" />"))}</calls>";

    private Task<Import> Read(RelationshipBook book, params string[] texts)
    {
        var paths = texts.Select(text =>
        {
            var path = Path.Combine(folder.Path, $"{Guid.NewGuid():N}");
            File.WriteAllText(path, text);
            return path;
        }).ToArray();
        return Import.ReadAsync(
            paths,
            new ImportSettings { AsOf = Instant.FromUtc(2026, 6, 1, 0, 0), Me = ["me@x.org", "Me"], DateOrder = DateOrder.DayMonthYear },
            book);
    }
}
