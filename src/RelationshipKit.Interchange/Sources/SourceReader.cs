using System.Runtime.CompilerServices;
using RelationshipKit.Interchange.Calendars;
using RelationshipKit.Interchange.Calls;
using RelationshipKit.Interchange.Chats;
using RelationshipKit.Interchange.Mail;
using RelationshipKit.Interchange.Monica;
using RelationshipKit.Interchange.Tables;
using RelationshipKit.Interchange.VCards;

namespace RelationshipKit.Interchange.Sources;

/// <summary>Reads people and events from files of any known format, one after another.</summary>
internal static class SourceReader
{
    // Giving the thread away wakes another one, which costs as much as hundreds of records. So many take some 50 ms.
    private const int ItemsPerYield = 16_384;

    /// <summary>Recognises a file and reads it; what became of its records is in the account once the reading has ended.</summary>
    /// <exception cref="InterchangeException">
    /// The file is of no known format, has no record, cannot be read to its end, or has a bad record and the reading is strict.
    /// </exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        SourceFile file,
        SourceSettings settings,
        FileAccount account,
        IProgress<ReadProgress>? progress = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var count = 0;
        foreach (var item in Read(file, settings, account, progress, cancellationToken))
        {
            if (++count % ItemsPerYield == 0)
            {
                await Task.Yield();
            }

            yield return item;
        }
    }

    /// <summary>Does the same without giving the thread away in between.</summary>
    public static IEnumerable<SourceItem> Read(
        SourceFile file,
        SourceSettings settings,
        FileAccount account,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        account.Format = settings.Format ?? (file.Maildir is null ? FormatRecognizer.Recognize(file, settings) : SourceFormat.Message);
        var context = new SourceContext(file, settings, account, progress, cancellationToken);
        using var items = Items(account.Format, context).GetEnumerator();
        while (true)
        {
            try
            {
                if (!items.MoveNext())
                {
                    break;
                }
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                throw new InterchangeException(
                    file.Name,
                    UnpackedTooLargeException.ReasonOf(e) ?? "the file cannot be read to its end; it may be damaged or cut off.",
                    innerException: e);
            }

            account.OnItem(items.Current);
            context.OnStep();
            yield return items.Current;
        }

        context.Report();
        if (!Addresses.NameText.CanNormalise)
        {
            account.OnNote("this program cannot normalise names (invariant globalization is on): names written in two ways stay two.");
        }

        if (account.Records == 0)
        {
            throw new InterchangeException(
                file.Name, $"this is {FormatNames.Of(account.Format)} without {FormatNames.RecordsOf(account.Format)}.");
        }
    }

    private static IEnumerable<SourceItem> Items(SourceFormat format, SourceContext context) => format switch
    {
        SourceFormat.VCard => VCardReader.Read(context),
        SourceFormat.AddressBookCsv => AddressBookReader.Read(context),
        SourceFormat.LinkedInConnections => AddressBookReader.Read(context),
        SourceFormat.TouchpointCsv => TouchpointTableReader.Read(context),
        SourceFormat.EdgeList => EdgeReader.Read(context),
        SourceFormat.Mbox => MboxReader.Read(context),
        SourceFormat.Message => MessageReader.Read(context),
        SourceFormat.Calendar => CalendarReader.Read(context),
        SourceFormat.WhatsApp => WhatsAppReader.Read(context),
        SourceFormat.Telegram => TelegramReader.Read(context),
        SourceFormat.SignalText => SignalReader.ReadText(context),
        SourceFormat.SignalJson => SignalReader.ReadJson(context),
        SourceFormat.IMessage => IMessageReader.Read(context),
        SourceFormat.SmsBackup => SmsBackupReader.Read(context),
        SourceFormat.LinkedInMessages => LinkedInMessageReader.Read(context),
        SourceFormat.Monica => MonicaReader.Read(context),
        _ => throw new InterchangeException(context.File.Name, "the format is not known."),
    };
}
