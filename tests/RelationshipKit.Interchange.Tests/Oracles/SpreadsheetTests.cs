using System.IO.Compression;
using System.Text.RegularExpressions;
using NodaTime;
using RelationshipKit.Contacts;

namespace RelationshipKit.Interchange.Tests.Oracles;

/// <summary>LibreOffice opens exported tables.</summary>
public sealed partial class SpreadsheetTests : IDisposable
{
    private const string Formula = "=1+1";

    private readonly TemporaryFolder folder = new();

    private static RelationshipBook Book => RelationshipBook.Create(DateTimeZone.Utc).Add(new Contact("a", Formula)
    {
        StructuredName = new StructuredName { Given = Formula, Family = Formula, Additional = Formula, Prefix = Formula, Suffix = Formula },
        Addresses = [Address.Email("=a@x.org", Formula), Address.Phone("+442079460018", Formula), Address.Handle(Formula, Formula)],
        Organization = Formula,
        JobTitle = Formula,
        Notes = Formula,
        Tags = [Formula],
        Occasions = [new Occasion(OccasionKind.FromName(Formula), PartialDate.FromMonthDay(2, 29))],
        UnknownProperties = ["X-ODD:=1+1"],
    }).OrThrow();

    [OfficeFact]
    public async Task Csv_OpenedInASpreadsheet_HasNoFormula() => Assert.Equal(0, await Formulas(stream => Export.Csv(Book, stream)));

    [OfficeFact]
    public async Task LosslessCsv_OpenedInASpreadsheet_HasThem() =>
        Assert.InRange(await Formulas(stream => Export.LosslessCsv(Book, stream)), 5, 50);

    public void Dispose() => folder.Dispose();

    private async Task<int> Formulas(Action<Stream> write)
    {
        var path = Path.Combine(folder.Path, "table.csv");
        using (var stream = File.Create(path))
        {
            write(stream);
        }

        await Oracle.Run(
            Oracle.Office!,
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri}", "--headless", "--convert-to", "xlsx",
                "--outdir", folder.Path, path
            ]);
        using var zip = await ZipFile.OpenReadAsync(Path.Combine(folder.Path, "table.xlsx"));
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return FormulaCell().Count(await sheet.ReadToEndAsync());
    }

    [GeneratedRegex("<f[ >]")]
    private static partial Regex FormulaCell();
}
