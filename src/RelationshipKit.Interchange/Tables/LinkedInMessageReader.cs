using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Tables;

/// <summary>Reads messages.csv of a LinkedIn export.</summary>
/// <remarks>People are known by the address of their profile, else by name. A draft is not a message.</remarks>
internal static class LinkedInMessageReader
{
    private const string Left = "LinkedIn Member";

    private static readonly HashSet<string> Nothing = new(
        StringComparer.OrdinalIgnoreCase) { "", "null", "n/a", "#n/a", "#n/a n/a", "<na>" };

    /// <summary>Reads the messages of a file.</summary>
    public static IEnumerable<SourceItem> Read(SourceContext context)
    {
        var ordinals = new Ordinals();
        foreach (var row in Table.Read(context))
        {
            if (Message(row, context, ordinals) is { } message)
            {
                yield return message;
            }
        }
    }

    /// <summary>
    /// Returns the part of the address of a profile that names the person; empty if the text is not an address of a profile.
    /// </summary>
    public static string Profile(string url)
    {
        var at = url.IndexOf("/in/", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !url.Contains("linkedin.", StringComparison.OrdinalIgnoreCase))
        {
            return "";
        }

        var rest = url[(at + 4)..];
        var end = rest.IndexOfAny(['/', '?', '#', ' ']);
        return Uri.UnescapeDataString(end < 0 ? rest : rest[..end]).ToLowerInvariant();
    }

    private static SourceEvent? Message(TableRow row, SourceContext context, Ordinals ordinals)
    {
        if (row["IS MESSAGE DRAFT"].Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            context.Account.OnUnused(row.Where, "the message is a draft.");
            return null;
        }

        var date = row["DATE"].Replace(" UTC", "Z", StringComparison.Ordinal).Replace(' ', 'T');
        if (!InstantText.TryParse(date, DateTimeZone.Utc, out var at))
        {
            context.Account.OnBad(row.Where, "the field DATE is not a date and time such as 2026-03-02 09:00:00 UTC.");
            return null;
        }

        var participants = new List<SourceParticipant>();
        Add(participants, row["FROM"], row["SENDER PROFILE URL"], ParticipantRole.Sender);
        var urls = row["RECIPIENT PROFILE URLS"].Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = urls.Length > 1 ? row["TO"].Split(',') : [row["TO"]];
        for (var i = 0; i < Math.Max(urls.Length, names.Length); i++)
        {
            // Names may hold commas of their own: they go with the addresses only if there are as many.
            var name = urls.Length == names.Length || urls.Length == 0 ? names[i] : "";
            Add(participants, name, i < urls.Length ? urls[i] : "", ParticipantRole.Recipient);
        }

        if (participants.Count == 0)
        {
            context.Account.OnBad(row.Where, "the message names neither a sender nor a recipient.");
            return null;
        }

        var conversation = row["CONVERSATION ID"];
        var sender = participants[0].Role == ParticipantRole.Sender ? participants[0].Address?.Value : "";
        return new SourceEvent
        {
            At = at,
            Channel = Channel.Message,
            Participants = [.. participants],
            IsGroup = participants.Count > 2,
            GroupSize = participants.Count - 1,
            Key = ordinals.Key("linkedin", conversation, at, sender ?? ""),
        };
    }

    private static void Add(List<SourceParticipant> participants, string name, string url, ParticipantRole role)
    {
        var shown = Nothing.Contains(name) || name == Left ? "" : NameText.Clean(name);
        var address = AddressText.Handle("linkedin", Profile(url)) ?? AddressText.Name(shown);
        if (address is not null)
        {
            participants.Add(new SourceParticipant(address, shown, role));
        }
    }
}
