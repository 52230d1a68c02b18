using System.Collections.Immutable;
using RelationshipKit.Interchange.Addresses;
using RelationshipKit.Interchange.Sources;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Who takes part in one chat; the messages of a sender share one list of participants.</summary>
internal sealed class ChatMembers(SourceContext context, params string[] ownNames)
{
    /// <summary>What stands for a group where its messages are told from others: its members come and go.</summary>
    public const string Group = "group";

    private const int MostMembers = 1_024;

    private readonly Dictionary<string, SourceParticipant> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<SourceParticipant>> lists = new(StringComparer.Ordinal);

    /// <summary>Gets what tells the chat from others: who a chat of two is with.</summary>
    public string Chat { get; private set; } = "";

    /// <summary>Gets the number of members without the owner, if the owner is known.</summary>
    public int Others { get; private set; }

    public bool IsGroup => Others > 1 && members.Count > 2;

    /// <summary>Adds a member unless it is there.</summary>
    public void Add(string shown)
    {
        var name = NameText.Clean(shown);
        if (name.Length > 0 && members.Count < MostMembers && !members.ContainsKey(name) && context.Addresses.Any(name) is { } address)
        {
            var isOwn = ownNames.Contains(name, StringComparer.Ordinal);
            var isMe = isOwn || context.Settings.Me.Any(me => string.Equals(NameText.Clean(me), name, StringComparison.OrdinalIgnoreCase));
            members.Add(name, new SourceParticipant(isOwn ? null : address, isOwn ? "" : name, ParticipantRole.Present, isMe));
        }
    }

    /// <summary>Ends the adding.</summary>
    public void Complete()
    {
        Others = Math.Max(1, members.Values.Count(member => !member.IsMe) - (members.Values.Any(member => member.IsMe) ? 0 : 1));
        Chat = IsGroup ? Group : string.Join(
            '|', members.Values.Where(member => !member.IsMe).Select(member => member.Name).Order(StringComparer.Ordinal));
        foreach (var (name, member) in members)
        {
            lists.Add(name, [member with { Role = ParticipantRole.Sender }, .. members.Values.Where(other => other != member)]);
        }
    }

    /// <summary>Returns who took part in a message; <see langword="null"/> if its sender is nobody.</summary>
    public ImmutableArray<SourceParticipant>? Of(string shown) => lists.TryGetValue(NameText.Clean(shown), out var list) ? list : null;
}
