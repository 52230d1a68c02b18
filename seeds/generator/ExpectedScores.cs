using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.Scoring;
using RelationshipKit.Ties;

namespace RelationshipKit.SeedGenerator;

/// <summary>The scores of a seed under the settings as shipped, in the shape the console's <c>score --json</c> prints.</summary>
internal static class ExpectedScores
{
    public static byte[] Of(Seed seed)
    {
        var scorer = new RelationshipScorer(FoldSettings.Default, ScoreSettings.Default, seed.Zone);
        var ties = seed.Contacts
            .Select(contact => (contact.Id, Score: scorer.For(contact).ScoreAt(seed.Log.Of(contact), seed.AsOf)))
            .OrderByDescending(tie => tie.Score.ExpectedContacts)
            .ThenBy(tie => tie.Id);

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("owner", seed.Owner);
            json.WriteString("asOf", InstantPattern.ExtendedIso.Format(seed.AsOf));
            json.WriteString("zone", seed.Zone.Id);
            json.WriteStartArray("ties");
            foreach (var (id, score) in ties)
            {
                Write(json, id, score);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, ContactId id, RelationshipScore score)
    {
        json.WriteStartObject();
        json.WriteString("contact", id.Value);
        json.WriteNumber("strength", score.Strength.Value);
        json.WriteNumber("expectedContacts", score.ExpectedContacts);
        json.WriteString("evidence", score.Evidence.ToString());
        json.WriteNumber("contactDays", score.ContactDays);
        json.WriteNumber("touchpoints", score.Touchpoints);
        json.WriteNumber("outgoing", score.Outgoing);
        json.WriteNumber("incoming", score.Incoming);
        Write(json, "firstTouch", score.FirstTouch);
        Write(json, "lastTouch", score.LastTouch);
        Write(json, "usualGapDays", score.Rhythm.UsualGapDays);
        Write(json, "silentDays", score.Rhythm.SilentDays);
        Write(json, "silencePercentile", score.Rhythm.SilencePercentile);
        json.WriteNumber("balance", score.Reciprocity.Balance);
        json.WriteNumber("balanceLow", score.Reciprocity.Low);
        json.WriteNumber("balanceHigh", score.Reciprocity.High);
        json.WriteNumber("momentum", score.Momentum);
        Write(json, "contactWithin30Days", score.Forecast.ContactWithin(Duration.FromDays(30)));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Instant? value)
    {
        if (value is { } instant)
        {
            json.WriteString(name, InstantPattern.ExtendedIso.Format(instant));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
