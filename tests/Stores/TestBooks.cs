using NodaTime;

namespace RelationshipKit.Tests.Stores;

/// <summary>Books that the cases of all stores begin with, and compare by.</summary>
internal static class TestBooks
{
    public static RelationshipBook Empty { get; } = RelationshipBook.Create(DateTimeZoneProviders.Tzdb["Pacific/Apia"], Cadence.ByCircle());

    public static byte[] Saved(RelationshipBook book)
    {
        using var stream = new MemoryStream();
        book.Save(stream);
        return stream.ToArray();
    }
}
