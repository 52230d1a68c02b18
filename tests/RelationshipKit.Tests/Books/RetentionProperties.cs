using FsCheck.Xunit;
using NodaTime;
using RelationshipKit.Cadences;

namespace RelationshipKit.Tests.Books;

[Properties(Arbitrary = [typeof(BookOperationArbitraries)], MaxTest = 300)]
public class RetentionProperties
{
    private static readonly Instant AsOf = Instant.FromUtc(2026, 4, 2, 9, 0);

    private static readonly RelationshipBook Start = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Pacific/Apia"], Cadence.ByCircle())
        .Add(BookOperation.People[..3].Select(id => new Contact(id, id) { Circle = Circle.Inner })).OrThrow();

    [Property]
    public void Forgetting_touchpoints_keeps_what_is_known_of_the_ties(BookOperation[] operations, BookOperation later, BookOperation other)
    {
        var (first, second) = (later.At, other.At);
        var book = operations.Aggregate(Start, (before, operation) => operation.IsErasure ? before : operation.On(before)?.Book ?? before);
        Assert.Equal(Answers(book), Answers(book.ForgetTouchpointsBefore(first).Book));

        // Also twice, saved and loaded in between, and with one more touchpoint, early or late, or others in the same person.
        var twice = Loaded(book.ForgetTouchpointsBefore(first).Book).ForgetTouchpointsBefore(second).Book;
        Assert.Equal(Answers(book), Answers(twice));
        Assert.Equal(Answers(book), Answers(Loaded(twice)));
        if (!book.Touchpoints.Contains(later.Touchpoint) && book.Record(later.Touchpoint) is { Refused.IsEmpty: true } recorded
            && twice.Record(later.Touchpoint) is { Refused.IsEmpty: true } again)
        {
            Assert.Equal(Answers(recorded.Book), Answers(again.Book));
        }

        string[] Answers(RelationshipBook held)
        {
            var asOf = Instant.Max(AsOf, Instant.Max(first, second));
            var extra = new Touchpoint("ada", asOf, Channel.Voice, Direction.Mutual);
            return
            [
                .. from contact in held.Contacts
                   from facet in new[] { null, Facet.Professional, Facet.Family }
                   let explanation = held.Explain(contact.Id, asOf, facet)
                   select $"{Convert.ToHexString(held.Scorer.StateOf(held.Touchpoints, contact, asOf, facet).ToBytes())} "
                       + $"{held.ScoreOf(contact.Id, asOf, facet)} {explanation.Strength} "
                       + $"{explanation.Parts.Sum(part => part.Contribution)} "
                       + $"{held.FallsTo(contact.Id, asOf, Strength.FromValue(0.1))}",
                .. held.Find("ada") is null ? [] : new[] { $"{held.WhatIf(asOf, extra)}" },
                .. from due in held.DueBy(asOf, asOf.InZone(held.Zone).Date) select due.ToString(),
                $"{held.GapsUpTo(asOf)}",
            ];
        }
    }

    [Property]
    public void What_ended_before_is_gone_but_for_the_first_and_the_latest_contact(BookOperation[] operations, BookOperation other)
    {
        var before = other.At;
        var book = operations.Aggregate(Start, (held, operation) => operation.On(held)?.Book ?? held);
        var update = book.ForgetTouchpointsBefore(before);
        var staying = book.Touchpoints.Contacts
            .Select(person => book.Touchpoints.Of(person).Where(touchpoint => touchpoint.IsContact && touchpoint.End < before).ToArray())
            .Where(over => over.Length > 0)
            .SelectMany(
                over =>
                    (Touchpoint[])[over[0], over.OrderByDescending(touchpoint => touchpoint.End).First(), .. over.Where(
                        TouchpointFilter.Any.Holds).OrderByDescending(touchpoint => touchpoint.End).Take(1)])
            .Select(touchpoint => touchpoint.Key)
            .ToHashSet();
        Assert.Equal(
            book.Touchpoints.Where(touchpoint => touchpoint.EndMicros >= before.ToUnixTimeTicks() / 10 || staying.Contains(touchpoint.Key)),
            update.Book.Touchpoints);
        Assert.Equal(book.Touchpoints.Count - update.Book.Touchpoints.Count, update.Erasure?.Touchpoints ?? 0);
        Assert.True(update.Book.ForgetTouchpointsBefore(before).Changes.IsEmpty);
        Assert.Equal(update.Book.ToString(), book.Apply(BookChangeJson.Read(BookChangeJson.Write(update.Changes))).OrThrow().ToString());
    }

    private static RelationshipBook Loaded(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        stream.Position = 0;
        return RelationshipBook.Load(stream);
    }
}
