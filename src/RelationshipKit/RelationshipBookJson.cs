using System.Text.Json;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Contacts;
using RelationshipKit.Scoring;
using RelationshipKit.Serialization;
using RelationshipKit.Ties;
using RelationshipKit.Touchpoints;

namespace RelationshipKit;

/// <summary>A whole book as one versioned JSON document, saved and loaded without loss: contacts, touchpoints with their past versions, zone and cadences.</summary>
/// <remarks>
/// <code>
/// { "format": "relationshipkit/book", "version": 1, "zone": "Europe/London",
///   "contacts": { "format": "relationshipkit/contacts", ... }, "touchpoints": { ... }, "cadences": { ... } }
/// </code>
/// <para>
/// The parts are the documents of <see cref="ContactJson"/>, <see cref="TouchpointLogJson"/> and <see cref="CadencePlanJson"/>, with their rules. Settings of scores and
/// named policies are the host's: they come with the factory that loads. A name that it does not have is kept, and named when it is asked.
/// </para>
/// <para>The methods keep nothing and are safe to call from several threads on different streams and books.</para>
/// </remarks>
public static class RelationshipBookJson
{
    private const string Format = "relationshipkit/book";

    private const int Version = 1;

    /// <summary>Writes a book to a stream, which is left open.</summary>
    /// <param name="stream">A stream that can be written.</param>
    /// <param name="book">The book.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The book is a snapshot, which does not have the past versions of touchpoints; or its zone has no name in the tz database; or a policy of the host's own has no name.
    /// </exception>
    public static void Save(Stream stream, RelationshipBook book)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(book);
        if (book.Touchpoints is not TouchpointLog log)
        {
            throw new ArgumentException("The book is a snapshot, without the past versions of touchpoints; save the book it was taken from.", nameof(book));
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(book.Zone.Id) is null)
        {
            throw new ArgumentException($"The zone {book.Zone.Id} has no name in the tz database; it could not be loaded again.", nameof(book));
        }

        var document = new BookDocument
        {
            Format = Format,
            Version = Version,
            Zone = book.Zone.Id,
            Contacts = ContactJson.Write(book.Contacts),
            Touchpoints = TouchpointLogJson.Write(log),
            Cadences = CadencePlanJson.Write(book.Plan),
            Owner = book.Owner == OwnerProfile.Empty ? null : OwnerProfileJson.Write(book.Owner),
        };
        JsonSerializer.Serialize(stream, document, DocumentsJsonContext.Default.BookDocument);
    }

    /// <summary>Reads a book with default settings from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The document is no JSON or breaks a rule above; message and path say which and where.</exception>
    public static RelationshipBook Load(Stream stream) =>
        Load(stream, new RelationshipBookFactory(new RelationshipScorerFactory(FoldSettings.Default, ScoreSettings.Default), CadencePolicies.Empty, Cadence.Never));

    /// <summary>Reads a book from a stream, to its end; it is left open.</summary>
    /// <param name="stream">A stream that can be read, at the start of a document.</param>
    /// <param name="factory">What has the settings and the named policies.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The document is no JSON or breaks a rule above; message and path say which and where.</exception>
    public static RelationshipBook Load(Stream stream, RelationshipBookFactory factory)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(factory);
        var document = JsonSerializer.Deserialize(JsonDocumentHead.Read(stream, Format, Version).Span, DocumentsJsonContext.Default.BookDocument)!;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(document.Zone)
            ?? throw JsonDocumentHead.Error($"The zone \"{document.Zone}\" is unknown; it must be a name of the tz database such as Europe/London.", "$.zone");
        var contacts = Part("contacts", () => ContactJson.Read(document.Contacts));
        var log = Part("touchpoints", () => TouchpointLogJson.Read(document.Touchpoints));
        var plan = Part("cadences", () => CadencePlanJson.Read(document.Cadences, factory.Policies));
        var owner = document.Owner is { } profile ? Part("owner", () => OwnerProfileJson.Read(profile)) : OwnerProfile.Empty;
        try
        {
            return factory.Open(zone, contacts, log, plan).With(owner);
        }
        catch (ArgumentException problem)
        {
            throw JsonDocumentHead.Error("The book breaks a rule: " + problem.Message, "$.contacts", problem);
        }
    }

    // A part says where in itself something is wrong; the book says in which part.
    private static T Part<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException problem)
        {
            var end = problem.Message.LastIndexOf(" Path: ", StringComparison.Ordinal);
            throw JsonDocumentHead.Error(end < 0 ? problem.Message : problem.Message[..end], $"$.{name}{problem.Path?[1..]}", problem);
        }
    }
}
