using System.CommandLine;
using System.Text.Json;
using RelationshipKit.Validation.Cdnow;
using RelationshipKit.Validation.Report;

namespace RelationshipKit.Validation.Commands;

/// <summary><c>cdnow</c>: whether the persistence models of the kit are those of the literature.</summary>
internal static class CdnowCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "The CDNOW sample, plain or gzip: MASTER-ID SAMPLE-ID YYYYMMDD UNITS DOLLARS a row."
        };
        var json = new Option<bool>("--json") { Description = "Print JSON with full precision and nothing else." };
        var command = new Command(
            "cdnow", "Fits BG/NBD, MBG/NBD and Pareto/NBD to the CDNOW sample, beside the published fits.") { file, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file).ToString();
            var run = CdnowJson.Of(Path.GetFileName(path), CustomerTable.Read(path));
            if (parsed.GetValue(json))
            {
                output.Write(JsonSerializer.Serialize(run, ReportJsonContext.Default.CdnowJson) + "\n");
                return ValidationApp.Success;
            }

            foreach (var line in CdnowPage.Of(run))
            {
                output.Write(line + "\n");
            }

            return ValidationApp.Success;
        });
        return command;
    }
}
