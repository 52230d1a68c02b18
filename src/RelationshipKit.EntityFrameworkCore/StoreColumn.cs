using System.Data;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>One column of a table of the store.</summary>
/// <param name="Name">The name in the database.</param>
/// <param name="Type">
/// The type of its values: <see cref="long"/>, <see cref="int"/>, <see cref="bool"/>, <see cref="string"/> or an array of
/// <see cref="byte"/>.
/// </param>
/// <param name="IsRequired">Whether each row has a value.</param>
/// <param name="MaxLength">The most characters or bytes; null for any number.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoreColumn(string Name, Type Type, bool IsRequired = true, int? MaxLength = null)
{
    /// <summary>Gets the type of parameters with its values.</summary>
    public DbType DbType =>
        Type == typeof(long) ? DbType.Int64
        : Type == typeof(int) ? DbType.Int32
        : Type == typeof(bool) ? DbType.Boolean
        : Type == typeof(byte[]) ? DbType.Binary
        : DbType.String;
}
