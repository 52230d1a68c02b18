using System.Collections.Immutable;
using System.Globalization;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange;

/// <summary>What was read from one file.</summary>
/// <remarks>Immutable, so it is safe to share between threads. Counts are of the file alone, before duplicates are found.</remarks>
public sealed class ImportedFile
{
    internal ImportedFile(FileAccount account, string? error)
    {
        Path = account.Path;
        Format = account.Format == SourceFormat.Unknown ? null : FormatNames.OptionOf(account.Format);
        Records = account.Records;
        Contacts = account.Contacts;
        Touchpoints = account.Touchpoints;
        Automatic = account.Automatic;
        Attempts = account.Attempts;
        SkippedCount = account.SkippedCount;
        Skipped = [.. account.Skipped];
        UnreadCount = account.UnreadCount;
        Unread = [.. account.Unread];
        Notes = [.. account.Notes];
        Error = error;
    }

    /// <summary>Gets the path; for a file in a zip, the path of the zip, an exclamation mark and the name.</summary>
    public string Path { get; }

    /// <summary>Gets the format, one of <see cref="ImportSettings.Formats"/>; null if it was not recognised.</summary>
    public string? Format { get; }

    /// <summary>Gets how many cards, events, messages, rows and calls the file has, those included that were left out.</summary>
    public long Records { get; }

    /// <summary>Gets how many people were read.</summary>
    public long Contacts { get; }

    /// <summary>Gets how many touchpoints were read, without automatic messages and attempts.</summary>
    public long Touchpoints { get; }

    /// <summary>Gets how many automatic messages were read.</summary>
    public long Automatic { get; }

    /// <summary>Gets how many attempts were read that reached nobody.</summary>
    public long Attempts { get; }

    /// <summary>Gets how many records were left out.</summary>
    public long SkippedCount { get; }

    /// <summary>Gets the first 1,000 records that were left out.</summary>
    public ImmutableArray<SkippedRecord> Skipped { get; }

    /// <summary>Gets how many values are not valid, such as 30 February, in records that were read without them.</summary>
    public long UnreadCount { get; }

    /// <summary>Gets the first 1,000 values that are not valid, in records that were read without them.</summary>
    public ImmutableArray<SkippedRecord> Unread { get; }

    /// <summary>Gets what is to be known about the file as a whole.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Gets why the file cannot be used; null if it can.</summary>
    public string? Error { get; }

    /// <summary>Returns the counts in one line.</summary>
    /// <returns>An English text, not for round trips.</returns>
    public override string ToString() => Error is { } error
        ? $"{Path}: {error}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Path}: {Format}, {Records} records, {Contacts} contacts, {Touchpoints} touchpoints, {Automatic} automatic, {Attempts} "
                + $"attempts, {SkippedCount} skipped");
}
