using System.Text;
using NodaTime;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tests.Sources;

/// <summary>What reading one file gives.</summary>
internal sealed record Reading(FileAccount Account, IReadOnlyList<SourceItem> Items)
{
    public static SourceSettings Settings { get; } = new() { AsOf = Instant.FromUtc(2026, 6, 1, 0, 0) };

    public IEnumerable<SourcePerson> People => Items.OfType<SourcePerson>();

    public IEnumerable<SourceEvent> Events => Items.OfType<SourceEvent>();

    public static Reading Of(SourceFile file, SourceSettings? settings = null)
    {
        var account = new FileAccount(file.Name, (settings ?? Settings).IsStrict);
        return new Reading(account, [.. SourceReader.Read(file, settings ?? Settings, account)]);
    }

    public static Reading OfPath(string path, SourceSettings? settings = null) => Of(SourceFile.At(path).Single(), settings);

    public static Reading OfText(string text, SourceSettings? settings = null) => OfBytes(Encoding.UTF8.GetBytes(text), settings);

    public static Reading OfBytes(byte[] bytes, SourceSettings? settings = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return OfPath(path, settings);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
