namespace RelationshipKit.Books;

/// <summary>A value that a book holds, or nothing.</summary>
internal readonly record struct Held<T>(bool IsThere, T? Value)
    where T : notnull
{
    public static implicit operator Held<T>(T value) => new(true, value);
}
