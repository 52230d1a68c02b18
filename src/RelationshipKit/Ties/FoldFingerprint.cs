using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RelationshipKit.Ties;

/// <summary>
/// A short digest of each fold setting, so that a state of other settings is refused by the name of the one that differs.
/// </summary>
internal readonly record struct FoldFingerprint(uint Zone, uint Channels, uint Curve, uint BalanceHalfLife, uint Momentum)
{
    public const int Size = 5 * sizeof(uint);

    public static FoldFingerprint Of(FoldSettings settings, DateTimeZone zone) => new(
        Digest(zone.Id),
        Digest(string.Join('\n', settings.Channels
            .OrderBy(row => row.Channel.Name, StringComparer.Ordinal)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Channel.Name}\t{row.Weight:R}\t{row.Class}")))),
        Digest(Text(settings.Curve.HalfLifeDays) + "\n" + Text(settings.Curve.DensityPerDay)),
        Digest(settings.BalanceHalfLife.TotalDays.ToString("R", CultureInfo.InvariantCulture)),
        Digest(Text([settings.MomentumShortHalfLife.TotalDays, settings.MomentumLongHalfLife.TotalDays])));

    public static FoldFingerprint Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Zone);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], Curve);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], BalanceHalfLife);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], Momentum);
    }

    /// <summary>Throws if a state of this fingerprint cannot be used with another.</summary>
    public void ThrowIfNot(FoldFingerprint expected)
    {
        if (this == expected)
        {
            return;
        }

        ImmutableArray<string> differing =
        [
            .. Zone != expected.Zone ? ["zone"] : Array.Empty<string>(),
            .. Channels != expected.Channels ? [nameof(FoldSettings.Channels)] : Array.Empty<string>(),
            .. Curve != expected.Curve ? [nameof(FoldSettings.Curve)] : Array.Empty<string>(),
            .. BalanceHalfLife != expected.BalanceHalfLife ? [nameof(FoldSettings.BalanceHalfLife)] : Array.Empty<string>(),
            .. Momentum != expected.Momentum
                ? [$"{nameof(FoldSettings.MomentumShortHalfLife)} or {nameof(FoldSettings.MomentumLongHalfLife)}"]
                : Array.Empty<string>(),
        ];
        throw new TieStateMismatchException(differing);
    }

    private static string Text(ReadOnlySpan<double> numbers) =>
        string.Join('\t', numbers.ToArray().Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    private static uint Digest(string text) => BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
