using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;
using NodaTime;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Mail;

/// <summary>Makes an event of the header of a message.</summary>
internal static partial class MailEvent
{
    private const int MostAddressees = 500;

    // 64 KiB of header hold some thousand addresses; parsing is quadratic in their number, so less is parsed.
    private const int LongestList = 24 << 10;

    /// <summary>Why a draft is of no use.</summary>
    public const string IsDraft = "the message is a draft.";

    private static readonly HashSet<string> Drafts = new(
        StringComparer.OrdinalIgnoreCase) { "Draft", "Drafts", "Entwürfe", "Brouillons", "Borradores", "Bozze", "Rascunhos", "Concepten" };

    private static readonly ParserOptions Options =
        new() { AllowUnquotedCommasInAddresses = true, AllowAddressesWithoutDomain = false, MaxAddressGroupDepth = 2 };

    /// <summary>Makes the event, or counts the message as one that is of no use.</summary>
    public static SourceEvent? Of(HeaderBlock header, string where, SourceContext context, Ordinals ordinals)
    {
        var account = context.Account;
        if (WhyNone(header) is { } reason)
        {
            account.OnUnused(where, reason);
            return null;
        }

        if (DateOf(header.Bytes("Date")) is not { } at)
        {
            account.OnBad(where, header.Has("Date") ? "the message has a date that cannot be." : "the message has no date.");
            return null;
        }

        var people = ImmutableArray.CreateBuilder<SourceParticipant>();
        var seen = new HashSet<SourceAddress>();
        Add(header.Bytes("From"), ParticipantRole.Sender, people, seen, 1);
        if (people.Count == 0)
        {
            Add(header.Bytes("Sender"), ParticipantRole.Sender, people, seen, 1);
        }

        var sender = people.Count > 0 ? people[0].Address!.Value.Value : "";
        var total = Add(header.Bytes("To"), ParticipantRole.Recipient, people, seen, MostAddressees);
        total += Add(header.Bytes("Cc"), ParticipantRole.Recipient, people, seen, MostAddressees);
        total += Add(header.Bytes("Bcc"), ParticipantRole.Recipient, people, seen, MostAddressees);
        if (people.Count == 0)
        {
            account.OnBad(where, "the message names nobody with an address.");
            return null;
        }

        return new SourceEvent
        {
            At = at,
            Channel = Channel.Email,
            Participants = people.ToImmutable(),
            GroupSize = Math.Max(1, total),
            IsGroup = total > 10,
            IsAutomatic = IsAutomatic(header, sender),
            Key = IdOf(header.Bytes("Message-ID")) is { } id
                ? $"mail|{id}"
                : ordinals.Key("mail", "", at, sender),
        };
    }

    /// <summary>Returns the moment of a Date field. A date outside the years of mail does not count.</summary>
    public static Instant? DateOf(byte[] field)
    {
        if (field.Length is 0 or > 512 || !HasTimeOfDay(field) || !DateUtils.TryParse(field, 0, field.Length, out var date)
            || date.Year < 1960)
        {
            return null;
        }

        var at = Instant.FromDateTimeOffset(date);
        return SupportedSpan.Contains(at) ? at : null;
    }

    // The library takes 25:61 for some other time.
    private static bool HasTimeOfDay(byte[] field)
    {
        var text = Comment().Replace(System.Text.Encoding.Latin1.GetString(field), "");
        return TimeOfDay().Match(text) is { Success: true } time
            ? Number(time, "h") <= 23 && Number(time, "m") <= 59 && Number(time, "s") <= 60
            : !text.Contains(':', StringComparison.Ordinal);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static string? IdOf(byte[] field) =>
        field.Length is > 0 and <= 2_000 && MimeUtils.ParseMessageId(field, 0, field.Length) is { Length: > 0 and <= 500 } id ? id : null;

    private static int Add(
        byte[] field, ParticipantRole role, ImmutableArray<SourceParticipant>.Builder people, HashSet<SourceAddress> seen, int most)
    {
        if (field.Length == 0)
        {
            return 0;
        }

        // The part that was cut is counted by its separators, so that a list of thousands is still counted as one.
        var length = field.Length;
        var beyond = 0;
        if (length > LongestList)
        {
            length = field.AsSpan(0, LongestList).LastIndexOf((byte)',') is > 0 and var comma ? comma : LongestList;
            beyond = field.AsSpan(length).Count((byte)',');
        }

        var start = 0;
        while (start < length && field[start] is (byte)' ' or (byte)'\t' or (byte)',')
        {
            start++;
        }

        var count = 0;
        void Found(string written, string? name)
        {
            if (AddressText.Email(written) is { } address)
            {
                count++;
                if (people.Count < MostAddressees && count <= most && seen.Add(address))
                {
                    people.Add(new SourceParticipant(address, NameText.Clean(name is { Length: > 256 } ? "" : name), role));
                }
            }
        }

        if (start < length && InternetAddressList.TryParse(Options, field, start, length - start, out var list))
        {
            foreach (var mailbox in list.Mailboxes)
            {
                Found(mailbox.Address, mailbox.Name);
            }
        }

        // Ada Lovelace ada@x.org: a name without quotes before an address without brackets.
        if (count == 0 && Bare()
            .Match(System.Text.Encoding.UTF8.GetString(field, start, Math.Min(length - start, 1_000))) is { Success: true } bare)
        {
            Found(bare.Groups["address"].Value, bare.Groups["name"].Value);
        }

        return count + beyond;
    }

    private static bool IsAutomatic(HeaderBlock header, string sender)
    {
        var local = sender.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? sender[..at] : "";
        var plain = local.Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace(".", "", StringComparison.Ordinal);
        var submitted = header.Text("Auto-Submitted");
        var type = header.Text("Content-Type");
        return header.Has("List-Id") || header.Has("List-Unsubscribe") || header.Has("List-Post") || header.Has("Feedback-ID")
            || header.Text("Precedence").ToLowerInvariant() is "bulk" or "list" or "junk" or "auto_reply"
            || (submitted.Length > 0 && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase))
            || header.Has("X-Autoreply") || header.Has("X-Autorespond")
            || header.Text("Return-Path") == "<>"
            || type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("text/calendar", StringComparison.OrdinalIgnoreCase)
            || header.Text("Content-Class").Contains("calendarmessage", StringComparison.OrdinalIgnoreCase)
            || plain is "noreply" or "donotreply" or "mailerdaemon" or "postmaster" or "notification" or "notifications" or "bounce"
                or "bounces"
            || plain.StartsWith("noreply", StringComparison.Ordinal) || plain.EndsWith("noreply", StringComparison.Ordinal)
                || plain.StartsWith("donotreply", StringComparison.Ordinal);
    }

    // What its program says of a message: one that was not sent yet, or that nobody wanted.
    private static string? WhyNone(HeaderBlock header)
    {
        var labels = header.Has("X-Gmail-Labels")
            ? Rfc2047.DecodeText(header.Bytes("X-Gmail-Labels")).Split(',', StringSplitOptions.TrimEntries)
            : [];
        return header.Has("X-Mozilla-Draft-Info") || labels.Any(Drafts.Contains) ? IsDraft
            : labels.Contains("Spam", StringComparer.OrdinalIgnoreCase) ? "the message is spam."
            : null;
    }

    [GeneratedRegex(@"^(?<name>[^@<>:;,""()\\]*)\s(?<address>[^@<>:;,""()\\\s]+@[^@<>:;,""()\\\s]+)\s*$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?<h>\d{1,2})\s*:\s*(?<m>\d{1,2})(\s*:\s*(?<s>\d{1,2}))?")]
    private static partial Regex TimeOfDay();
}
