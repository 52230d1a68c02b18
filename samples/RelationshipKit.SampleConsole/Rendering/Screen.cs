using System.Globalization;
using System.Text;
using NodaTime;
using RelationshipKit.SampleConsole.Input;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Where the program writes, and what that place can show.</summary>
internal sealed class Screen
{
    /// <summary>What rows under a title begin with.</summary>
    public const string Indent = "  ";

    // The width of a redirected output, and the least width assumed for a terminal.
    private const int DefaultWidth = 80;
    private const int WidestUseful = 110;

    private readonly StringBuilder page = new();
    private readonly IAnsiConsole console;

    public Screen(
        TextWriter output, TextWriter error, bool styled = false, int width = DefaultWidth, bool showsProgress = false,
        IClock? clock = null, Func<Stream>? input = null)
    {
        Output = output;
        Error = error;
        Styled = styled;
        Width = width;
        ShowsProgress = showsProgress;
        Input = new StandardInput(input ?? Console.OpenStandardInput);
        // Whole seconds: nobody reads more.
        Now = Instant.FromUnixTimeSeconds((clock ?? SystemClock.Instance).GetCurrentInstant().ToUnixTimeSeconds());

        // Everything is drawn on a page first: nothing half-finished reaches the output before an error does.
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = styled ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = styled ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(new StringWriter(page, CultureInfo.InvariantCulture)),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = styled;
    }

    public StandardInput Input { get; }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    /// <summary>Gets a value indicating whether colours and block characters may be used; else only plain text.</summary>
    public bool Styled { get; }

    public int Width { get; }

    /// <summary>Gets the instant at which the program began.</summary>
    public Instant Now { get; }

    /// <summary>Gets a value indicating whether somebody is watching who would like to see a long reading move.</summary>
    public bool ShowsProgress { get; }

    public static Screen OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var terminal = !Console.IsOutputRedirected;
        var styled = MayStyle(terminal, Environment.GetEnvironmentVariable);
        return new Screen(
            Console.Out,
            Console.Error,
            styled,
            width: terminal ? Math.Clamp(Console.WindowWidth, DefaultWidth, WidestUseful) : DefaultWidth,
            showsProgress: styled && !Console.IsErrorRedirected);
    }

    /// <summary>Returns whether the output is a terminal that nobody asked to be plain (no-color.org).</summary>
    public static bool MayStyle(bool terminal, Func<string, string?> environment) =>
        terminal && string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb";

    public void Line() => console.WriteLine();

    /// <summary>Writes a line of markup, wrapped between words; texts from outside are escaped by the caller.</summary>
    public void Line(string markup) => console.MarkupLine(markup);

    /// <summary>
    /// Writes plain text, wrapped between words, and within words longer than a line. Lines after the first are indented by two.
    /// </summary>
    public void Say(string text, int indent = 0)
    {
        var line = new string(' ', indent);
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (!isEmpty && Words.Cells(line) + 1 + Words.Cells(rest) > Width)
            {
                Break();
            }

            line += isEmpty ? "" : " ";
            isEmpty = false;
            while (Words.Cells(line) + Words.Cells(rest) > Width)
            {
                var part = Words.Start(rest, Width - Words.Cells(line));
                line += part;
                rest = rest[part.Length..];
                Break();
                isEmpty = false;
            }

            line += rest;
        }

        console.WriteLine(line);

        void Break()
        {
            console.WriteLine(line);
            (line, isEmpty) = (new string(' ', indent + Indent.Length), true);
        }
    }

    public void Show(IRenderable renderable) => console.Write(renderable);

    /// <summary>Sends what was drawn to the output.</summary>
    public void Flush()
    {
        foreach (var line in page.ToString().TrimEnd().Split('\n'))
        {
            Output.WriteLine(line.TrimEnd());
        }

        page.Clear();
    }
}
