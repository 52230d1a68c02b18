using System.Collections.Immutable;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>One table of the store: what the model of a DbContext says of it, and what the store reads and writes.</summary>
/// <param name="Name">The name in the database.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Key">The names of the columns of the primary key.</param>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed record StoreTable(string Name, ImmutableArray<StoreColumn> Columns, ImmutableArray<string> Key)
{
    /// <summary>Gets the other groups of columns that have an index.</summary>
    public ImmutableArray<ImmutableArray<string>> Indexes { get; init; } = [];

    internal string Insert { get; } =
        $"INSERT INTO {Name} ({string.Join(", ", Columns.Select(column => column.Name))}) VALUES "
            + $"({string.Join(", ", Columns.Select(column => "@" + column.Name))})";
}
