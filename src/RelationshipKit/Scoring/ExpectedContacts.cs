using RelationshipKit.Numerics;
using RelationshipKit.Ties;

namespace RelationshipKit.Scoring;

/// <summary>The expected contacts of a tie in the next 30 days at its present decayed rate, light and rich apart.</summary>
/// <remarks>
/// <code>
/// X      = 30 · Σ over cells of w · k(age),  for light cells (L) and rich cells (R)
/// Λ      = R + c(1 - e^(-L/c))
/// strength = 1 - e^-Λ
/// </code>
/// with c the light ceiling; infinity switches it off.
/// </remarks>
internal readonly record struct ExpectedContacts
{
    /// <summary>The days that lambda looks ahead: a month, the unit in which people think of being in touch.</summary>
    public const double HorizonDays = 30;

    private readonly double light;
    private readonly double heldLight;
    private readonly double rich;
    private readonly double ceiling;

    private ExpectedContacts(double light, double rich, double ceiling)
    {
        this.light = light;
        this.rich = rich;
        this.ceiling = ceiling;
        heldLight = ScoreFormulas.HeldLight<Lanes64>(new(light), ceiling).Value;
        Value = rich + heldLight;
    }

    public double Value { get; }

    public Strength Strength => Strength.FromValue(ScoreFormulas.Strength<Lanes64>(new(Value)).Value);

    /// <summary>Gets the part of a light cell's effect that the ceiling lets through, in (0, 1].</summary>
    public double LightShare => light > 0 ? heldLight / light : 1;

    /// <summary>Returns lambda of what light and rich cells add up to, each in expected contacts per <see cref="HorizonDays"/>.</summary>
    public static ExpectedContacts Of(double light, double rich, double ceiling) => new(light, rich, ceiling);

    /// <summary>Returns lambda of what masses have decayed to by an instant, decaying none but those it is made of.</summary>
    public static ExpectedContacts Of(TieLayout plan, in TieMasses masses, long asOfMicros, double ceiling)
    {
        var density = plan.Settings.Curve.DensityPerDay;
        var (light, rich) = (0.0, 0.0);
        for (var i = 0; i < density.Length; i++)
        {
            var retained = masses.RetainedAt(i, asOfMicros);
            light += HorizonDays * density[i] * (masses.Values[i] * retained);
            rich += HorizonDays * density[i] * (masses.Values[plan.Rich + i] * retained);
        }

        return new ExpectedContacts(light, rich, ceiling);
    }

    /// <summary>Returns lambda with a cell more, which adds so many expected contacts.</summary>
    public ExpectedContacts With(ChannelClass @class, double contacts) =>
        @class == ChannelClass.Rich ? new ExpectedContacts(light, rich + contacts, ceiling) : new ExpectedContacts(light + contacts, rich, ceiling);
}
