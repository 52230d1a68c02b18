using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using NodaTime;
using RelationshipKit.Books;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>Reads the rows of one owner's book within a transaction.</summary>
internal sealed class BookReader(DbTransaction transaction, long owner)
{
    private readonly Dictionary<string, Channel> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Facet> facets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContactId> ids = new(StringComparer.Ordinal);

    public async Task<BookContent> ReadAsync(string zone, long revision, CancellationToken cancellationToken)
    {
        var contacts = await Select(StoreTables.Contacts, "content")
            .ReadAsync(reader => JsonSerializer.Deserialize<Contact>(reader.GetString(0))!, cancellationToken)
            .ConfigureAwait(false);
        var entries = await Select(StoreTables.Entries, "part, key, content").ReadAsync(
            reader =>
                EntryKey.Read(reader.GetString(0), reader.GetString(1), reader.GetString(2)), cancellationToken).ConfigureAwait(false);
        var steps = await transaction.Command(
            $"SELECT revision, operation_id, undoes, content FROM {StoreTables.Updates.Name} WHERE owner_id = @owner AND in_journal = "
                + "@yes ORDER BY revision",
            ("@owner", owner),
            ("@yes", true))
            .ReadAsync(
                reader =>
                    new StoredStep(reader.GetInt64(0), reader.Text(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.Text(3)),
                    cancellationToken)
                .ConfigureAwait(false);
        return new BookContent
        {
            ZoneId = zone,
            Revision = revision,
            IsWhole = true,
            Contacts = [.. contacts.Select(contact => new StoredContact(contact.Id, contact))],
            Touchpoints = await TouchpointsAsync(cancellationToken).ConfigureAwait(false),
            Entries = [.. entries],
            Steps = [.. steps],
        };
    }

    // Participants and versions come in one order, so that one walk joins them.
    private async Task<ImmutableArray<StoredTouchpoint>> TouchpointsAsync(CancellationToken cancellationToken)
    {
        var participants = await Select(StoreTables.Participants, "contact", "digest, version, contact")
            .ReadAsync(reader => IdOf(reader.GetString(0)), cancellationToken)
            .ConfigureAwait(false);
        var counts = await Select(StoreTables.Participants, "COUNT(*)", "digest, version", "GROUP BY digest, version")
            .ReadAsync(reader => reader.GetInt32(0), cancellationToken)
            .ConfigureAwait(false);
        var (next, row) = (0, 0);
        var versions = await Select(
            StoreTables.Touchpoints,
            "version, at, length, channel, direction, outcome, gesture, facet, source, source_key, id, note, others_present, "
                + "is_automatic, needs_no_answer, recorded_at, until",
            "digest, version").ReadAsync(
            reader =>
            {
                var count = counts[row++];
                next += count;
                return (Number: reader.GetInt32(0), Version: Version(reader, participants.GetRange(next - count, count)));
            },
            cancellationToken).ConfigureAwait(false);

        var touchpoints = ImmutableArray.CreateBuilder<StoredTouchpoint>(versions.Count);
        for (var i = 0; i < versions.Count;)
        {
            var end = i + 1;
            while (end < versions.Count && versions[end].Number > 0)
            {
                end++;
            }

            touchpoints.Add(
                new StoredTouchpoint(versions[i].Version.Touchpoint.Key, [.. versions[i..end].Select(version => version.Version)]));
            i = end;
        }

        return touchpoints.ToImmutable();
    }

    private StoredVersion Version(DbDataReader reader, List<ContactId> participants)
    {
        var source = reader.Text(8);
        return new StoredVersion(
            new Touchpoint(
                participants, At(reader.GetInt64(1)), Known(channels, reader.GetString(3), Channel.FromName),
                Word<Direction>(reader.GetString(4)))
            {
                Length = reader.IsDBNull(2) ? null : Duration.FromNanoseconds(reader.GetInt64(2) * 1_000),
                Outcome = Word<Outcome>(reader.GetString(5)),
                Gesture = Word<Gesture>(reader.GetString(6)),
                Facet = reader.Text(7) is { } facet ? Known(facets, facet, Facet.FromName) : null,
                Source = source is null ? null : new SourceKey(source, reader.GetString(9)),
                Id = reader.Text(10),
                Note = StoredNote.Read(reader.Text(11)),
                OthersPresent = reader.GetInt32(12),
                IsAutomatic = reader.GetBoolean(13),
                NeedsNoAnswer = reader.GetBoolean(14),
            },
            At(reader.GetInt64(15)),
            reader.IsDBNull(16) ? null : At(reader.GetInt64(16)));
    }

    private DbCommand Select(StoreTable table, string columns, string? order = null, string group = "") =>
        transaction.Command(
            $"SELECT {columns} FROM {table.Name} WHERE owner_id = @owner {group}{(order is null ? "" : " ORDER BY " + order)}",
            ("@owner", owner));

    private ContactId IdOf(string text) => Known(ids, text, ContactId.FromValue);

    private static Instant At(long micros) => Instant.FromUnixTimeTicks(micros * (NodaConstants.TicksPerMillisecond / 1_000));

    private static T Word<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text);

    private static T Known<T>(Dictionary<string, T> known, string text, Func<string, T> make)
    {
        if (!known.TryGetValue(text, out var value))
        {
            known.Add(text, value = make(text));
        }

        return value;
    }
}
