using NodaTime;
using RelationshipKit.Books;

namespace RelationshipKit;

/// <content>Forgetting what is long past.</content>
public sealed partial class RelationshipBook
{
    /// <summary>
    /// Forgets the touchpoints that ended before an instant, their past versions and what the journal says of them. The states of ties
    /// stay.
    /// </summary>
    /// <param name="before">The instant, from 0001-01-02 to 9999-12-30.</param>
    /// <returns>The update, with a report in <see cref="BookUpdate.Erasure"/>. Nothing takes it back.</returns>
    /// <remarks>
    /// <para>The first contact with each person stays, and so does the one that ended last before the instant, since cadences count from
    /// them.</para>
    /// <para>
    /// From the instant on, scores, forecasts, explanations and what-ifs answer as before. Of forgotten touchpoints they know the days of
    /// contact, with the zone and the weights of the day they were forgotten. Questions about earlier instants, and those about single
    /// touchpoints, such as the conversation, see only what is left.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="before"/> is out of range.</exception>
    public BookUpdate ForgetTouchpointsBefore(Instant before)
    {
        var edits = new BookEdits(this);
        var retention = new RetentionEdit(before);
        var report = retention.Report(State, journal);
        if (report is { Touchpoints: 0, PastVersions: 0, JournalSteps: 0 })
        {
            return edits.ToUpdate();
        }

        edits.TryApply(retention);
        return edits.ToUpdate(erasure: report);
    }
}
