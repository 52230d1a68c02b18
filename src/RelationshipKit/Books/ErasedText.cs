using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using RelationshipKit.Contacts;

namespace RelationshipKit.Books;

/// <summary>Takes the ids of an erased person out of notes, where they stand as words.</summary>
internal sealed class ErasedText(ImmutableArray<ContactId> ids)
{
    private const string InPlace = "…";

    // A word is what letters, digits or underscores do not go on beside.
    private readonly Regex words = new(
        $@"(?<![\p{{L}}\p{{N}}_])(?:{string.Join('|', ids.Select(id => Regex.Escape(id.Value)))})(?![\p{{L}}\p{{N}}_])",
        RegexOptions.CultureInvariant);

    public bool IsIn(string? value) => value is not null && words.IsMatch(value);

    [return: NotNullIfNotNull(nameof(touchpoint))]
    public Touchpoint? Without(Touchpoint? touchpoint) =>
        touchpoint is not null && IsIn(touchpoint.Note) ? touchpoint with { Note = Without(touchpoint.Note!) } : touchpoint;

    /// <summary>Returns a contact without the ids in what was noted; its own id, name and addresses stay.</summary>
    public Contact Without(Contact contact) => contact with
    {
        Notes = contact.Notes is { } notes ? Without(notes) : null,
        Details = [.. contact.Details.Select(detail => IsIn(detail.Text) || IsIn(detail.Source)
            ? new RememberedDetail(
                Without(detail.Text), detail.LearnedOn) { Source = detail.Source is { } source ? Without(source) : null,
                Sensitivity = detail.Sensitivity, HalfLifeDays = detail.HalfLifeDays }
            : detail).Distinct()],
        Occasions =
            [.. contact.Occasions.Select(occasion => IsIn(occasion.Title) ? occasion with { Title = Without(occasion.Title!) } : occasion)
                .Distinct()],
        Promises =
            [.. contact.Promises.Select(
                promise => IsIn(promise.Text) ? new Promise(Without(promise.Text), promise.On) { IsKept = promise.IsKept } : promise)
                .Distinct()],
        Origin = contact.Origin is { } origin && (IsIn(origin.How) || IsIn(origin.Place))
            ? origin with { How = origin.How is { } how ? Without(how) : null, Place = origin.Place is { } place ? Without(place) : null }
            : contact.Origin,
        UserData = contact.UserData.Any(item => IsIn(item.Value.Text))
            ? contact.UserData.SetItems(
                contact.UserData.Where(item => IsIn(item.Value.Text))
                    .Select(item => KeyValuePair.Create(item.Key, UserValue.FromText(Without(item.Value.Text!)))))
            : contact.UserData,
        UnknownProperties = [.. contact.UnknownProperties.Where(property => !IsIn(property))],
    };

    // Never longer than it was, so that no limit is passed.
    private string Without(string value) => words.Replace(value, InPlace);
}
