using System.Collections.Immutable;
using NodaTime;
using RelationshipKit.Cadences;
using RelationshipKit.Planning.Favours;

namespace RelationshipKit.Books;

/// <summary>A policy as something a book keeps.</summary>
internal sealed record PolicyValue(ICadencePolicy Policy);

/// <summary>Days of the week.</summary>
internal sealed record DaysValue(ImmutableArray<IsoDayOfWeek> Days)
{
    public bool Equals(DaysValue? other) => other is not null && Days.AsSpan().SequenceEqual(other.Days.AsSpan());

    public override int GetHashCode() => Days.Length;
}

/// <summary>A date.</summary>
internal sealed record DateValue(LocalDate Date);

/// <summary>A number of days.</summary>
internal sealed record DaysCount(int Days);

/// <summary>A time zone; two of one name are the same.</summary>
internal sealed record ZoneValue(DateTimeZone Zone)
{
    public bool Equals(ZoneValue? other) => Zone.Id == other?.Zone.Id;

    public override int GetHashCode() => Zone.Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The suspensions of one contact, or of everybody, in the order in which they were made.</summary>
internal sealed record SuspensionsValue(ImmutableArray<Suspension> Suspensions)
{
    public bool Equals(SuspensionsValue? other) => other is not null && Suspensions.AsSpan().SequenceEqual(other.Suspensions.AsSpan());

    public override int GetHashCode() => Suspensions.Length;
}

/// <summary>The favours noted for one contact, in the order in which they were noted.</summary>
internal sealed record FavoursValue(ImmutableArray<Favour> Favours)
{
    public bool Equals(FavoursValue? other) => other is not null && Favours.AsSpan().SequenceEqual(other.Favours.AsSpan());

    public override int GetHashCode() => Favours.Length;
}
