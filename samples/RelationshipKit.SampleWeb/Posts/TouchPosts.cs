using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using RelationshipKit.SampleWeb.Books;
using RelationshipKit.SampleWeb.Wording;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>Touches: logged, corrected, taken back.</summary>
internal static class TouchPosts
{
    public static void MapTouchPosts(this WebApplication app)
    {
        app.MapPost("/person/log", (Act act, [AsParameters] TouchForm form) => act.OnPersonAsync(
            form.Id,
            form.Operation,
            (opened, contact) =>
            {
                var channel = Channel.Parse(form.Channel, CultureInfo.InvariantCulture);
                var plain = new Touchpoint(contact.Id, opened.Now, channel, Phrases.DirectionOf(channel)) { Facet = OnlyFacetOf(contact) };
                return (opened.Book.Record(Read(form, opened, plain), opened.Now), $"Logged with {contact.Name}: {Phrases.Of(channel)}.");
            }));
        app.MapPost("/touch/correct", (Act act, [AsParameters] TouchForm form) => act.OnPersonAsync(
            form.Id,
            form.Operation,
            (opened, contact) =>
            {
                var wrong = FindIn(opened, contact, form.Touch);
                return (opened.Book.Correct(wrong.Key, Read(form, opened, wrong), opened.Now), $"Corrected with {contact.Name}.");
            }));
        app.MapPost(
            "/touch/retract", (Act act, [FromForm] string id, [FromForm] string touch, [FromForm] string? operation) => act.OnPersonAsync(
            id,
            operation,
            (opened, contact) =>
                (opened.Book.Retract(FindIn(opened, contact, touch).Key, opened.Now), $"Taken back with {contact.Name}.")));
    }

    /// <summary>Returns the side of life of a person who has only one.</summary>
    public static Facet? OnlyFacetOf(Contact contact) => contact.Facets is [var only] ? only : null;

    private static Touchpoint FindIn(OpenedBook opened, Contact contact, string? sign) =>
        opened.Book.Touchpoints.Of(contact).FirstOrDefault(one => Fingerprint.Of(one) == sign) ?? throw NotDoneException.Stale();

    private static Touchpoint Read(TouchForm form, OpenedBook opened, Touchpoint touch)
    {
        var isAttempt = form.Attempt == true;
        var channel = Channel.Parse(form.Channel, CultureInfo.InvariantCulture);
        return touch with
        {
            At = form.Day is { Length: > 0 } day ? At(day, form.Time, opened, touch.At) : touch.At,
            Channel = channel,
            Direction = form.Direction is { Length: > 0 } direction ? Enum.Parse<Direction>(direction) : isAttempt
                && form.Touch is null ? Direction.Outgoing : touch.Direction,
            Length = form.Minutes is { Length: > 0 } minutes ? Duration.FromMinutes(
                int.TryParse(minutes, out var number) ? number : throw new NotDoneException("Minutes are a whole number.")) : null,
            Outcome = isAttempt ? Outcome.Attempted : touch.Outcome == Outcome.Attempted ? Outcome.Delivered : touch.Outcome,
            Note = form.Note is { Length: > 0 } note ? note : null,
        };
    }

    // The minute that was shown is the instant that it was shown for, with its seconds.
    private static Instant At(string day, string? time, OpenedBook opened, Instant shown)
    {
        var date = LocalDatePattern.Iso.Parse(day) is { Success: true } parsed
            ? parsed.Value
            : throw new NotDoneException("The day must be a date such as 2026-03-08.");
        var clock = LocalTimePattern.ExtendedIso.Parse(time is { Length: 5 } ? time + ":00" : time ?? "00:00:00") is { Success: true } read
            ? read.Value
            : throw new NotDoneException("The time must be one such as 18:30.");
        var local = date + clock;
        var before = shown.InZone(opened.Book.Zone).LocalDateTime;
        return local.Date == before.Date && local.Hour == before.Hour && local.Minute == before.Minute ? shown
            : opened.Book.Zone.AtLeniently(local).ToInstant();
    }
}
