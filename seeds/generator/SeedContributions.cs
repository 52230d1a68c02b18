using System.Collections.Immutable;
using RelationshipKit.Contacts;

namespace RelationshipKit.SeedGenerator;

/// <summary>
/// What owners and people of the seeds offer and need: by place in the list, without a draw, so that it moves nothing else.
/// </summary>
internal static class SeedContributions
{
    private static readonly Contribution[] Topics =
    [
        new(ContributionKind.Knowledge, "data protection"),
        new(ContributionKind.Advice, "hiring"),
        new(ContributionKind.Help, "moderating workshops"),
        new(ContributionKind.Knowledge, "grant applications"),
        new(ContributionKind.Introduction, "translators"),
        new(ContributionKind.Encouragement, "public speaking"),
    ];

    public static OwnerProfile Dozen { get; } = new()
    {
        Offers =
            [new Contribution(ContributionKind.Help, "moving house in June"), new Contribution(ContributionKind.Knowledge, "typography")],
        Needs = [new Contribution(ContributionKind.Advice, "pricing")],
    };

    public static OwnerProfile Professional { get; } = new() { Offers = [Topics[1], Topics[2]], Needs = [Topics[3]] };

    public static OwnerProfile Quiet { get; } = new() { Offers = [Topics[5]] };

    /// <summary>Lets every seventh person offer something, and the one two places on need what an earlier one offers.</summary>
    public static ImmutableArray<Contact> Spread(IEnumerable<Contact> contacts) =>
    [
        .. contacts.Select((contact, i) => (i % 7) switch
        {
            3 => contact with { Offers = [Topics[i / 7 % Topics.Length]] },
            5 => contact with { Needs = [Topics[((i / 7) + Topics.Length - 1) % Topics.Length]] },
            _ => contact,
        }),
    ];
}
