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
    private readonly double correction;

    private ExpectedContacts(double light, double rich, double ceiling, double correction = 0)
    {
        this.light = light;
        this.rich = rich;
        this.ceiling = ceiling;
        this.correction = correction;
        heldLight = ScoreFormulas.HeldLight<Lanes64>(new(light), ceiling).Value;
        Value = correction == 0 ? rich + heldLight : Math.Max(0, rich + heldLight + correction);
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

    /// <summary>Returns lambda with a cell more, of which the decay curve leaves some density.</summary>
    public ExpectedContacts With(in TieCell cell, double density)
    {
        var contacts = HorizonDays * cell.Weight * density;
        return cell.Class == ChannelClass.Rich
            ? new ExpectedContacts(light, rich + contacts, ceiling, correction)
            : new ExpectedContacts(light + contacts, rich, ceiling, correction);
    }

    /// <summary>Returns the expected contacts with what is left of the owner's correction; never fewer than none.</summary>
    public ExpectedContacts Corrected(double contacts) => new(light, rich, ceiling, contacts);

    /// <summary>
    /// Returns the part of the strength that the owner's correction makes; negative where it takes away, so that all parts sum to the
    /// strength.
    /// </summary>
    public double CorrectionOf(Strength strength) => Value > 0 ? strength.Value * correction / Value : 0;
}
