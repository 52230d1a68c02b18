using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Cadences;

namespace RelationshipKit.SeedGenerator;

/// <summary>Who of a seed is due on the day it is looked at, and why, in the shape the console's <c>due --json</c> prints.</summary>
internal static class ExpectedDue
{
    public static byte[] Of(Seed seed)
    {
        var book = seed.ToBook();
        var by = seed.AsOf.InZone(seed.Zone).Date;
        var resolutions = book.Contacts.Select(contact => book.CadenceOf(contact.Id, seed.AsOf)).ToArray();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("owner", seed.Owner);
            json.WriteString("asOf", InstantPattern.ExtendedIso.Format(seed.AsOf));
            json.WriteString("zone", seed.Zone.Id);
            json.WriteString("by", Text(by));
            json.WriteString("policies", "own");
            json.WriteStartArray("contacts");
            foreach (var resolution in resolutions.OrderBy(resolution => RankOf(resolution, by))
                .ThenBy(resolution => DayOf(resolution, by)))
            {
                Write(json, book.Find(resolution.Contact)!, resolution, by);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    // What is due and not late comes first, then what is late, then what has been silent for long.
    private static int RankOf(CadenceResolution resolution, LocalDate by) =>
        !resolution.IsDueBy(by) ? 3
        : resolution.Dates.Any(date => date.IsDueBy(by)) ? 0
        : resolution.State switch { CadenceState.Lapsed => 1, CadenceState.Dormant => 2, _ => 0 };

    private static LocalDate DayOf(CadenceResolution resolution, LocalDate by) =>
        resolution.Dates.FirstOrDefault(date => date.IsDueBy(by))?.On ?? resolution.Window?.Ideal ?? resolution.Dates.FirstOrDefault()?.On
            ?? LocalDate.MaxIsoValue;

    private static void Write(Utf8JsonWriter json, Contact contact, CadenceResolution resolution, LocalDate by)
    {
        json.WriteStartObject();
        json.WriteString("contact", resolution.Contact.Value);
        json.WriteString("name", contact.Name);
        json.WriteBoolean("isDue", resolution.IsDueBy(by));
        json.WriteString("state", resolution.State.ToString());
        json.WriteBoolean("isResting", resolution.IsResting);
        json.WriteString("reference", Text(resolution.Reference));
        json.WriteString("ideal", Text(resolution.Window?.Ideal));
        json.WriteString("latest", Text(resolution.Window?.Latest));
        json.WriteString("policy", resolution.Policy?.ToString());
        json.WriteString("policyName", resolution.PolicyName);
        json.WriteString("for", resolution.Selector?.ToString());
        json.WriteStartArray("dates");
        foreach (var date in resolution.Dates)
        {
            json.WriteStartObject();
            json.WriteString("on", Text(date.On));
            json.WriteString("occasion", date.Occasion);
            json.WriteString("ideal", Text(date.Window.Ideal));
            json.WriteString("latest", Text(date.Window.Latest));
            json.WriteBoolean("isDue", date.IsDueBy(by));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("adjustments");
        foreach (var adjustment in resolution.Adjustments)
        {
            json.WriteStartObject();
            json.WriteString("kind", adjustment.Kind.ToString());
            json.WriteString("from", Text(adjustment.From));
            json.WriteString("to", Text(adjustment.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("overridden");
        foreach (var overridden in resolution.Overridden)
        {
            json.WriteStartObject();
            json.WriteString("policy", overridden.Policy.ToString());
            json.WriteString("policyName", overridden.PolicyName);
            json.WriteString("for", overridden.Selector?.ToString());
            json.WriteString("ideal", Text(overridden.Window.Ideal));
            json.WriteString("latest", Text(overridden.Window.Latest));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? Text(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
