using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Interchange.Tests.Importing;

/// <summary>What an import tells whoever imports: people that may be known, and values that are not valid.</summary>
public sealed class ImportRemarksTests : IDisposable
{
    private static readonly ImportSettings Settings = new() { AsOf = Instant.FromUtc(2026, 6, 1, 9, 0) };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Ada", "ada", "ada-lovelace")]
    [InlineData("LOVELACE", "ada-lovelace", "lovelace")]
    public async Task Row_APartOfOneName_IsANewContactAndASuggestion(string contact, string a, string b)
    {
        var book = Book("Ada Lovelace", "Bob Stone");

        var import = await Read(book, CallWith(contact));

        Assert.Equal(3, import.Apply(book).OrThrow().ContactCount);
        var pair = Assert.Single(import.Report.Suggestions);
        Assert.Equal((a, b, 0.5), (pair.A.Value, pair.B.Value, pair.Score));
        Assert.Equal(["a part of a name that nobody else has"], pair.Because.ToArray());
    }

    [Fact]
    public async Task Row_APartOfSeveralNames_SuggestsEach()
    {
        var book = Book("Ada Lovelace", "Ada King");

        var import = await Read(book, CallWith("Ada"));

        Assert.Equal(3, import.Apply(book).OrThrow().ContactCount);
        Assert.Equal(["ada and ada-king", "ada and ada-lovelace"], import.Report.Suggestions.Select(pair => $"{pair.A} and {pair.B}"));
        Assert.All(
            import.Report.Suggestions, pair => Assert.Equal(["a part of the names of 2 people"], pair.Because.ToArray()));
    }

    [Fact]
    public async Task Row_APartOfManyNames_SuggestsNobody()
    {
        var names = new[] { "King", "Lovelace", "Byron", "Noel", "Milbanke", "Gordon" };

        var import = await Read(Book([.. names.Select(name => $"Ada {name}")]), CallWith("Ada"));

        Assert.Empty(import.Report.Suggestions);
    }

    [Fact]
    public async Task Row_ANameThatTwoHave_SuggestsBoth()
    {
        var book = Book("Ada Lovelace").Add(new Contact("ada-2", "Ada Lovelace")).OrThrow();

        var import = await Read(book, CallWith("Ada Lovelace"));

        Assert.Equal(3, import.Apply(book).OrThrow().ContactCount);
        Assert.Equal(2, import.Report.Suggestions.Length);
        Assert.All(import.Report.Suggestions, pair => Assert.Equal(["the same name"], pair.Because.ToArray()));
    }

    [Fact]
    public async Task Row_TheWholeName_IsThatContact()
    {
        var book = Book("Ada Lovelace");

        var import = await Read(book, CallWith("Ada Lovelace"));

        Assert.Equal(1, import.Apply(book).OrThrow().ContactCount);
        Assert.Empty(import.Report.Suggestions);
    }

    [Fact]
    public async Task Row_TheIdOfAContact_IsThatContact()
    {
        var book = Book("Ada Lovelace", "Ada");

        var import = await Read(book, $"{CallWith("ada-lovelace")}2026-01-06T10:00:00Z,ada;ada-lovelace,voice,outgoing\n");

        var after = import.Apply(book).OrThrow();
        Assert.Equal(2, after.ContactCount);
        Assert.Equal((2, 1), (after.ScoreOf("ada-lovelace", Settings.AsOf).Touchpoints, after.ScoreOf("ada", Settings.AsOf).Touchpoints));
        Assert.Empty(import.Report.Suggestions);
    }

    [Fact]
    public async Task Row_AnIdThatWasMerged_IsWhoHasItNow()
    {
        var book = Book("Ada Lovelace", "Ada K").Merge(into: "ada-lovelace", from: "ada-k").OrThrow();

        var after = (await Read(book, CallWith("ada-k"))).Apply(book).OrThrow();

        Assert.Equal((1, 1), (after.ContactCount, after.ScoreOf("ada-lovelace", Settings.AsOf).Touchpoints));
    }

    [Fact]
    public async Task Sender_OfAChat_IsNotAnId()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("max", "Max Miller")).OrThrow();

        var import = await Read(
            book, "12/01/2026, 10:00 - max: hello\n12/01/2026, 10:01 - Robin: hello\n12/01/2026, 10:02 - max: bye\n",
            Settings with { Me = ["Robin"], DateOrder = DateOrder.DayMonthYear });

        Assert.Equal(2, import.Apply(book).OrThrow().ContactCount);
    }

    [Fact]
    public void Find_APartOfAName_IsNotOneWhoHasAnAddress()
    {
        var book = RelationshipBook.Create(DateTimeZone.Utc)
            .Add([new Contact("ada", "Ada") { Addresses = [Address.Email("ada@x.org")] }, new Contact("lovelace", "Ada Lovelace")])
            .OrThrow();

        Assert.Empty(DuplicateContacts.Find(book));
    }

    [Theory]
    [InlineData("1990-02-30", "the day must be from 1 to 28 in this month")]
    [InlineData("1992-02-30", "the day must be from 1 to 29 in this month")]
    [InlineData("--02-30", "the day must be from 1 to 29 in this month")]
    [InlineData("19900431", "the day must be from 1 to 30 in this month")]
    [InlineData("30.02.1990", "the day must be from 1 to 28 in this month")]
    [InlineData("2/30/1990", "the day must be from 1 to 28 in this month")]
    [InlineData("30 February 1990", "the day must be from 1 to 28 in this month")]
    [InlineData("1990-13-01", "the month must be from 1 to 12")]
    [InlineData("in spring", "it is not a date such as 1990-05-17, or --05-17 without a year")]
    public async Task Birthday_NoSuchDay_IsReportedAndTheRowIsKept(string birthday, string reason)
    {
        var book = Book();

        var import = await Read(book, $"Name,Birthday,E-mail\nEve,1990-05-17,\nDan,{birthday},dan@x.org\n");

        var file = Assert.Single(import.Report.Files);
        Assert.Equal((2L, 2L, 0L, 1L), (file.Records, file.Contacts, file.SkippedCount, file.UnreadCount));
        var unread = Assert.Single(file.Unread);
        Assert.Equal(("line 3, column Birthday", $"{reason}; the rest of the row was read."), (unread.Where, unread.Reason));
        var dan = import.Apply(book).OrThrow().Find(ContactId.FromValue("dan"))!;
        Assert.Equal([Address.Email("dan@x.org")], dan.Addresses.ToArray());
        Assert.Empty(dan.Occasions);
        Assert.Contains(dan.UnknownProperties, line => line.Contains(birthday, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3.0", "1990-02-30", "the day must be from 1 to 28 in this month")]
    [InlineData("4.0", "19900230", "the day must be from 1 to 28 in this month")]
    [InlineData("4.0", "--0230", "the day must be from 1 to 29 in this month")]
    [InlineData("3.0", "19901301", "the month must be from 1 to 12")]
    [InlineData("4.0", "foo", "it is not a date such as 1990-05-17, or --05-17 without a year")]
    public async Task CardBirthday_NoSuchDay_IsReportedAndTheCardIsKept(string version, string birthday, string reason)
    {
        var book = Book();

        var import = await Read(
            book,
            $"BEGIN:VCARD\nVERSION:{version}\nFN:Eve\nBDAY:1990-05-17\nEND:VCARD\n"
                + $"BEGIN:VCARD\nVERSION:{version}\nFN:Dan\nBDAY:{birthday}\nEMAIL:dan@x.org\nEND:VCARD\n",
            extension: "vcf");

        var file = Assert.Single(import.Report.Files);
        Assert.Equal((2L, 2L, 0L, 1L), (file.Records, file.Contacts, file.SkippedCount, file.UnreadCount));
        var unread = Assert.Single(file.Unread);
        Assert.Equal(("line 6, property BDAY", $"{reason}; the rest of the card was read."), (unread.Where, unread.Reason));
        var dan = import.Apply(book).OrThrow().Find(ContactId.FromValue("dan"))!;
        Assert.Equal([Address.Email("dan@x.org")], dan.Addresses.ToArray());
        Assert.Empty(dan.Occasions);
        Assert.Contains(dan.UnknownProperties, line => line.Contains(birthday, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CardBirthday_InWords_IsNoFault()
    {
        var import = await Read(
            Book(), "BEGIN:VCARD\nVERSION:4.0\nFN:Dan\nBDAY;VALUE=text:circa 1800\nEND:VCARD\n", extension: "vcf");

        Assert.Empty(Assert.Single(import.Report.Files).Unread);
    }

    private static RelationshipBook Book(params string[] names) =>
        RelationshipBook.Create(DateTimeZone.Utc)
            .Add(names.Select(name => new Contact(name.ToLowerInvariant().Replace(' ', '-'), name))).OrThrow();

    private static string CallWith(string contact) => $"at,contact,channel,direction\n2026-01-05T10:00:00Z,{contact},voice,outgoing\n";

    private Task<Import> Read(RelationshipBook book, string text, ImportSettings? settings = null, string extension = "csv")
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.{extension}");
        File.WriteAllText(path, text);
        return Import.ReadAsync([path], settings ?? Settings, book);
    }
}
