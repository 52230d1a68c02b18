using System.Text.RegularExpressions;
using Npgsql;
using RelationshipKit.Tests;

namespace RelationshipKit.Documents.Tests;

/// <summary>The programs of README, docs/ and the pages of the packages are compiled and run, and print what the page says.</summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class PageTests : IDisposable
{
    // Their programs need a server, and a cluster (RelationshipKit.Orleans.Tests runs that page).
    private static readonly string PostgreSQL = Path.Combine("src", "RelationshipKit.PostgreSQL", "README.md");
    private static readonly string Orleans = Path.Combine("src", "RelationshipKit.Orleans", "README.md");

    private readonly string before = Environment.CurrentDirectory;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relationshipkit-pages-");

    public PageTests() => Environment.CurrentDirectory = folder.FullName;

    public static TheoryData<string> Programs => [.. Readers().Where(page => page != PostgreSQL && page != Orleans)];

    public static TheoryData<string> Pages => [.. Readers(), .. PagesOf("samples"), Path.Combine("tests", "README.md")];

    public static TheoryData<string> Packages => [.. Projects("src")];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Programs_CompiledAndRun_PrintWhatThePageShows(string page)
    {
        var programs = MarkdownProgram.ReadFrom(Repository.ReadText(page));

        Assert.NotEmpty(programs);
        Assert.All(programs, AssertKept);
    }

    [ServerFact]
    public void ProgramOfPostgreSQL_OnAServer_PrintsWhatThePageShows()
    {
        const string shown = "Host=localhost;Database=people;Username=kit";
        var program = Assert.Single(MarkdownProgram.ReadFrom(Repository.ReadText(PostgreSQL)));
        Assert.Contains(shown, program.Source, StringComparison.Ordinal);
        var schema = $"pages_{Guid.NewGuid():n}";
        var server = new NpgsqlConnectionStringBuilder(ServerFactAttribute.Server) { SearchPath = schema, Pooling = false }.ToString();
        Ask($"CREATE SCHEMA {schema}");
        try
        {
            AssertKept(program with { Source = program.Source.Replace(shown, server, StringComparison.Ordinal) });
        }
        finally
        {
            Ask($"DROP SCHEMA {schema} CASCADE");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_ToFiles_AreThere(string page)
    {
        var from = Path.GetDirectoryName(Repository.PathOf(page))!;
        var links = Link().Matches(Repository.ReadText(page)).Select(
            link => link.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

        Assert.All(
            links, target =>
                Assert.True(Path.Exists(Path.Combine(from, target.Split('#')[0])), $"{page} links to {target}, which is not there"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_HasAPageOfItsOwn_WhoseLinksLeadAnywhere(string package)
    {
        var page = Repository.ReadText("src", package, "README.md");

        Assert.StartsWith($"# {package}\n", page, StringComparison.Ordinal);
        Assert.All(
            Link().Matches(page), link =>
                Assert.True(
                    link.Groups["target"].Value.Contains("://", StringComparison.Ordinal),
                    $"a package is read without the repository, so {link.Value} leads nowhere"));
    }

    [Fact]
    public void Samples_HaveAPageEach() =>
        Assert.All(
            Projects("samples").Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal)),
            sample => Assert.True(File.Exists(Repository.PathOf("samples", sample, "README.md")), $"{sample} has no README.md"));

    [Fact]
    public void Readme_IsOfOnePage() => Assert.InRange(Repository.ReadText("README.md").Split('\n').Length, 1, 151);

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        folder.Delete(recursive: true);
    }

    internal static void AssertKept(MarkdownProgram program) =>
        Assert.Equal(program.ExpectedOutput, ConsoleProgram.Run(program.Source));

    private static IEnumerable<string> Readers() =>
        [
            "README.md",
            .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md")
                .Order(StringComparer.Ordinal)
                .Select(path => Path.Combine("docs", Path.GetFileName(path))),
            .. PagesOf("src"),
        ];

    private static IEnumerable<string> PagesOf(string area) =>
        Projects(area).Select(name => Path.Combine(area, name, "README.md")).Where(page => File.Exists(Repository.PathOf(page)));

    private static IEnumerable<string> Projects(string area) =>
        Directory.EnumerateFiles(Repository.PathOf(area), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path))!)
            .Order(StringComparer.Ordinal);

    private static void Ask(string sql)
    {
        using var connection = new NpgsqlConnection(ServerFactAttribute.Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"\]\((?<target>[^)#][^)]*)\)")]
    private static partial Regex Link();
}
