using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using RelationshipKit.Ties;
using RelationshipKit.Time;

namespace RelationshipKit.Scoring;

/// <summary>Digests of all that a score depends on.</summary>
internal static class ScoreDigests
{
    /// <summary>Gets the version of the library, without the commit it was built from.</summary>
    public static string Version { get; } =
        (typeof(ScoreDigests).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0")
            .Split('+')[0];

    public static string OfSettings(RelationshipScorer scorer)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> fold = stackalloc byte[FoldFingerprint.Size];
        FoldFingerprint.Of(scorer.Fold, scorer.Zone).Write(fold);
        digest.AppendData(fold);
        var settings = scorer.Settings;
        Append(
            digest, settings.LightCeiling, settings.BalancePrior, settings.EvenBand, settings.FairFromContactDays,
            settings.SolidFromContactDays);
        Append(
            digest, settings.MomentumFromContactDays, settings.MomentumFromAge.TotalDays, settings.ConversationSilence.TotalDays,
            settings.ReplyWindow.TotalDays);
        Append(digest, [settings.Hazard.Level, settings.Hazard.Gaps, settings.Hazard.StartError, .. settings.Hazard.Rates]);
        return Text(digest);
    }

    public static string OfHistory(
        IEnumerable<Touchpoint> touchpoints, IEnumerable<TieState> kept, TieCorrection? correction, long upToMicros)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var line = new StringBuilder();
        foreach (var touchpoint in touchpoints.Where(touchpoint => touchpoint.AtMicros <= upToMicros))
        {
            // All that a fold reads. No name of a channel has a control character.
            line.Clear().Append(
                CultureInfo.InvariantCulture,
                $"{touchpoint.AtMicros}\t{touchpoint.EndMicros}\t{touchpoint.Channel.Name}\t{(int)touchpoint.Direction}\t{touchpoint.IsContact}\t{touchpoint.GroupSize}\n");
            digest.AppendData(Encoding.UTF8.GetBytes(line.ToString()));
        }

        foreach (var state in kept.Where(state => state.UpToMicros <= upToMicros))
        {
            digest.AppendData(TieStateBytes.WriteCells(state));
        }

        if (correction is not null && SupportedTime.ToMicros(correction.Since) <= upToMicros)
        {
            Append(digest, correction.ExpectedContacts, SupportedTime.ToMicros(correction.Since), correction.HalfLifeDays);
        }

        return Text(digest);
    }

    private static void Append(IncrementalHash digest, params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            digest.AppendData(BitConverter.GetBytes(BitConverter.DoubleToInt64Bits(number)));
        }
    }

    private static string Text(IncrementalHash digest) => Convert.ToHexStringLower(digest.GetHashAndReset());
}
