using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using RelationshipKit.SampleWeb.Wording;

namespace RelationshipKit.SampleWeb.Posts;

/// <summary>The three answers to a planned touch: each is one click, and each can be taken back.</summary>
internal static class WeekPosts
{
    public static void MapWeekPosts(this WebApplication app)
    {
        app.MapPost(
            "/week/done",
            (Act act, [FromForm] string id, [FromForm] string channel, [FromForm] Gesture gesture, [FromForm] string? operation) =>
                act.OnPersonAsync(
            id,
            operation,
            (opened, contact) =>
            {
                var by = Channel.Parse(channel, CultureInfo.InvariantCulture);
                var touch = new Touchpoint(
                    contact.Id, opened.Now, by, Phrases.DirectionOf(by)) { Gesture = gesture, Facet = TouchPosts.OnlyFacetOf(contact) };
                return (opened.Book.Record(touch, opened.Now), $"Logged with {contact.Name}: {Phrases.Of(by)}.");
            },
            "/"));
        app.MapPost("/week/snooze", (Act act, [FromForm] string id, [FromForm] string? operation) => act.OnPersonAsync(
            id, operation,
            (opened, contact) => (opened.Book.Snooze(contact.Id, opened.Today.PlusWeeks(1)), $"{contact.Name} rests until "
                    + $"{Phrases.Day(opened.Today.PlusWeeks(1))}."),
                "/"));
        app.MapPost("/week/not-now", (Act act, [FromForm] string id, [FromForm] string? operation) => act.OnPersonAsync(
            id, operation, (opened, contact) =>
                (opened.Book.NotNow(contact.Id, opened.Monday.PlusWeeks(1)), $"{contact.Name} is left out of this week."), "/"));
    }
}
