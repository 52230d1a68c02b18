using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Serialization;

namespace RelationshipKit.Interchange;

/// <summary>
/// Keeps a network as a folder of JSON files: <c>network.json</c>, <c>contacts.json</c>, <c>touchpoints.json</c>, and <c>cadences.json</c>
/// and <c>owner.json</c> if it has them.
/// </summary>
/// <remarks>
/// <para>network.json says whose network it is; the others are those of <see cref="ContactJson"/>, <see cref="TouchpointLogJson"/>
/// <see cref="CadenceRulesJson"/> and <see cref="OwnerProfileJson"/>:</para>
/// <code>
/// { "format": "relationshipkit/network", "version": 1, "title": "A dozen", "owner": "sam", "zone": "Europe/Berlin",
///   "asOf": "2026-03-02T09:00:00Z", "notes": "Made up." }
/// </code>
/// <para>Title, asOf and notes may be left out, and so may cadences.json and owner.json: a network without them says nothing about
/// cadences, or about what the owner offers and needs. Saving a network and loading it again changes nothing but
/// <see cref="Network.LastInstant"/>, which becomes that of the last touchpoint.</para>
/// </remarks>
public static class NetworkFolder
{
    /// <summary>The name of the file that makes a folder a network: <c>network.json</c>.</summary>
    public const string FileName = "network.json";

    private const string ContactsFileName = "contacts.json";

    private const string TouchpointsFileName = "touchpoints.json";

    private const string CadencesFileName = "cadences.json";

    private const string OwnerFileName = "owner.json";

    /// <summary>Loads a network.</summary>
    /// <param name="path">The path of the folder or of its <c>network.json</c>.</param>
    /// <param name="policies">The cadence policies that have a name; none if <see langword="null"/>.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// A file is missing or is not what it should be; the exception names the file and the field.
    /// </exception>
    public static Network Load(string path, CadencePolicies? policies = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        // A save that was interrupted when it was complete is what holds.
        var folder = FolderSave.ToRead(Directory.Exists(path) ? path : Path.GetDirectoryName(path) ?? "");
        var headPath = Directory.Exists(path) || Path.GetFileName(path) == FileName ? Path.Combine(folder, FileName) : path;
        var head = Read(headPath, stream => JsonSerializer.Deserialize(stream, NetworkHeadContext.Default.NetworkHead))
            ?? throw new InterchangeException(headPath, "the file holds null; it must hold an object.");
        Check(headPath, "format", head.Format, NetworkHead.FormatName);
        if (head.Version != NetworkHead.CurrentVersion)
        {
            throw new InterchangeException(
                headPath, $"the version must be {NetworkHead.CurrentVersion}; another one needs another kit.", field: "version");
        }

        foreach (var field in head.Unknown?.Keys.Order(StringComparer.Ordinal).Take(1) ?? [])
        {
            throw new InterchangeException(
                headPath, "the field is unknown; the fields are format, version, title, owner, zone, asOf and notes.",
                field: KindNames.Quote(field));
        }

        var owner = string.IsNullOrWhiteSpace(head.Owner)
            ? throw new InterchangeException(headPath, "it is missing or empty; it must name the owner.", field: "owner")
            : head.Owner;
        var zone = ZoneOf(headPath, head.Zone);
        var asOf = AsOf(headPath, head.AsOf);
        var contactsPath = Path.Combine(folder, ContactsFileName);
        var contacts = Read(contactsPath, ContactJson.Load, UnpackedLimit.Proportional);
        var log = Read(Path.Combine(folder, TouchpointsFileName), TouchpointLogJson.Load, UnpackedLimit.Proportional);
        var cadencesPath = Path.Combine(folder, CadencesFileName);
        var cadences = File.Exists(cadencesPath) ? Read(cadencesPath, stream => CadenceRulesJson.Load(stream, policies)) : null;
        var ownerPath = Path.Combine(folder, OwnerFileName);
        var profile = File.Exists(ownerPath) ? Read(ownerPath, OwnerProfileJson.Load) : OwnerProfile.Empty;
        try
        {
            return new Network(owner, zone, contacts, log)
            {
                Title = head.Title,
                Notes = head.Notes,
                AsOf = asOf,
                Cadences = cadences,
                Profile = profile,
                LastInstant = log.LastOrDefault()?.At,
            };
        }
        catch (ArgumentException e)
        {
            throw new InterchangeException(
                contactsPath, "two contacts have one id; each contact must have its own.", field: "id", innerException: e);
        }
    }

    /// <summary>
    /// Saves a network, making the folder if needed and replacing its files; cadences.json is removed if the network has no cadences.
    /// </summary>
    /// <param name="folder">The path of the folder.</param>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The zone of the network has no name in the tz database, or a cadence policy is the host's own and has no name.
    /// </exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Save(string folder, Network network)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(network);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(network.Zone.Id) is null)
        {
            throw new ArgumentException("The zone has no name in the tz database; it could not be loaded again.", nameof(network));
        }

        var head = new NetworkHead
        {
            Format = NetworkHead.FormatName,
            Version = NetworkHead.CurrentVersion,
            Title = network.Title,
            Owner = network.Owner,
            Zone = network.Zone.Id,
            AsOf = network.AsOf is { } asOf ? InstantPattern.ExtendedIso.Format(asOf) : null,
            Notes = network.Notes,
        };

        // All of it before a file is touched: what cannot be written leaves everything as it was.
        FolderSave.Write(
            folder,
            [
                (FileName, Bytes(stream => JsonSerializer.Serialize(stream, head, NetworkHeadContext.Default.NetworkHead))),
                (ContactsFileName, Bytes(stream => ContactJson.Save(stream, network.Contacts))),
                (TouchpointsFileName, Bytes(stream => TouchpointLogJson.Save(stream, network.Log))),
                (CadencesFileName, network.Cadences is { } cadences ? Bytes(stream => CadenceRulesJson.Save(stream, cadences)) : null),
                (OwnerFileName, network.Profile == OwnerProfile.Empty ? null : Bytes(
                    stream => OwnerProfileJson.Save(stream, network.Profile))),
            ]);
    }

    /// <summary>Loads a network on a thread of the pool.</summary>
    /// <param name="path">The path of the folder or of its <c>network.json</c>.</param>
    /// <param name="policies">The cadence policies that have a name; none if <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels it before it begins; a load that has begun ends.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="InterchangeException">
    /// A file is missing or is not what it should be; the exception names the file and the field.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    public static Task<Network> LoadAsync(string path, CadencePolicies? policies = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Task.Run(() => Load(path, policies), cancellationToken);
    }

    /// <summary>Saves a network on a thread of the pool, all of it or nothing.</summary>
    /// <param name="folder">The path of the folder.</param>
    /// <param name="network">The network.</param>
    /// <param name="cancellationToken">Cancels it before it begins, with nothing touched; a save that has begun ends.</param>
    /// <returns>A task that ends when the files are on the disk.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The zone of the network has no name in the tz database, or a cadence policy is the host's own and has no name.
    /// </exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before it began.</exception>
    public static Task SaveAsync(string folder, Network network, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(network);
        return Task.Run(() => Save(folder, network), cancellationToken);
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static T Read<T>(string path, Func<Stream, T> read, UnpackedLimit limit = UnpackedLimit.Small)
    {
        using var source = InputSource.Open(path, limit);
        try
        {
            return read(source);
        }
        catch (JsonException e)
        {
            throw new InterchangeException(path, Sentence(e.Message), e.LineNumber + 1, e.Path, e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new InterchangeException(
                path, UnpackedTooLargeException.ReasonOf(e) ?? "the file cannot be read to its end; it may be damaged or cut off.",
                innerException: e);
        }
    }

    // The libraries append the place, the parameter and the value to a message; here it has places of its own, and has named the value.
    private static string Sentence(string message)
    {
        foreach (var appended in (string[])[" (Parameter '", "\n", " Path: "])
        {
            var end = message.IndexOf(appended, StringComparison.Ordinal);
            message = end < 0 ? message : message[..end];
        }

        return message.TrimEnd('\r');
    }

    private static void Check(string path, string field, string? value, string expected)
    {
        if (value != expected)
        {
            throw new InterchangeException(
                path, $"{(value is null ? "it is missing" : KindNames.Quote(value))}; it must be '{expected}'.", field: field);
        }
    }

    private static DateTimeZone ZoneOf(string path, string? id) =>
        id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone
            ? zone
            : throw new InterchangeException(
                path,
                $"{(id is null ? "it is missing" : $"unknown zone {KindNames.Quote(id)}")}; it must be a name of the tz database such "
                    + "as Europe/Berlin, or UTC.",
                field: "zone");

    private static Instant? AsOf(string path, string? text) =>
        text is null ? null
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed && SupportedSpan.Contains(parsed.Value)
            ? SupportedSpan.Floor(parsed.Value)
        : throw new InterchangeException(
            path, $"{KindNames.Quote(text)} is not an instant such as 2026-03-02T09:00:00Z, {SupportedSpan.Text}.", field: "asOf");
}
