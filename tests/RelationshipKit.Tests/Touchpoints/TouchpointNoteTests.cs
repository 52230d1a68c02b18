using NodaTime;
using RelationshipKit.Serialization;
using RelationshipKit.Touchpoints;

namespace RelationshipKit.Tests.Touchpoints;

public class TouchpointNoteTests
{
    private static readonly Touchpoint Call =
        new(ContactId.FromValue("ada"), Instant.FromUtc(2026, 3, 2, 9, 0), Channel.Voice, Direction.Incoming);

    [Theory]
    [InlineData("")]
    [InlineData(" two\r\nlines\t\u0000 ")]
    [InlineData("\U0001F600\U0001F600")]
    public void Note_AnyWholeText_IsKeptExactlyAlsoInFiles(string note)
    {
        var log = new TouchpointLog();
        log.Add(Call with { Note = note });
        using var stream = new MemoryStream();
        TouchpointLogJson.Save(stream, log);
        stream.Position = 0;

        Assert.Equal(note, Assert.Single(TouchpointLogJson.Load(stream)).Note);
    }

    [Fact]
    public void Note_HalfASurrogatePair_IsRefusedByItsPosition()
    {
        // Not inline data: attributes are kept as UTF-8, which has no halves.
        foreach (var (note, position) in new[] { ("ab\ud83d", 2), ("\ude00ab", 0), ("a\ud83d\ud83d\ude00", 1), ("\ud83d\ude00\ude00", 2) })
        {
            var refusal = Assert.Throws<ArgumentException>(() => Call with { Note = note });

            Assert.Equal("Note", refusal.ParamName);
            Assert.Contains($"half a surrogate pair at position {position};", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Note_TooLong_StatesItsLengthAndNotItsText()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Call with { Note = new string('x', 10_001) });

        Assert.Equal("Note", refusal.ParamName);
        Assert.Contains("10001 characters; it must have at most 10000", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xx", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(10_000, (Call with { Note = new string('x', 10_000) }).Note!.Length);
        Assert.Null((Call with { Note = null }).Note);
    }
}
