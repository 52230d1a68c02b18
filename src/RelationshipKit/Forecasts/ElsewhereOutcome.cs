using System.Globalization;
using RelationshipKit.Numerics;

namespace RelationshipKit.Forecasts;

/// <summary>A forecast of the past with what became of it: what an <see cref="ElsewhereEffect"/> is fitted to.</summary>
/// <remarks>
/// <para>The default value of this type is a forecast of no contact, of two people in touch with others that very moment, that came true.</para>
/// <para>Equality is by value. This type is an immutable value type, so it is safe to share between threads.</para>
/// </remarks>
public readonly record struct ElsewhereOutcome
{
    private ElsewhereOutcome(double contactWithin, double silentDays, bool wasInTouch)
    {
        ContactWithin = contactWithin;
        SilentDays = silentDays;
        WasInTouch = wasInTouch;
    }

    /// <summary>Gets the probability of contact that was forecast, from 0 to 1.</summary>
    public double ContactWithin { get; }

    /// <summary>Gets how long the two had been silent towards everybody else, in days; infinity if they had nobody else.</summary>
    public double SilentDays { get; }

    /// <summary>Gets a value indicating whether there was contact.</summary>
    public bool WasInTouch { get; }

    /// <summary>Returns an outcome.</summary>
    /// <param name="contactWithin">The probability of contact that was forecast, from 0 to 1.</param>
    /// <param name="silentDays">How long the two had been silent towards everybody else, in days: 0 or more, or infinity if they had nobody else.</param>
    /// <param name="wasInTouch">Whether there was contact within the horizon of the forecast.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="contactWithin"/> or <paramref name="silentDays"/> is out of its range.</exception>
    public static ElsewhereOutcome Of(double contactWithin, double silentDays, bool wasInTouch)
    {
        Guard.InRange(contactWithin, 0, 1);
        Guard.InRange(silentDays, 0, double.PositiveInfinity);
        return new ElsewhereOutcome(contactWithin, silentDays, wasInTouch);
    }

    /// <summary>Returns the forecast, the silence and the outcome in the invariant culture.</summary>
    /// <returns>A short text for logs and debuggers, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ContactWithin:0.000}, silent elsewhere {SilentDays:0.0} days, {(WasInTouch ? "in touch" : "silent")}");
}
