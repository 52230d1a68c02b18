namespace RelationshipKit.Validation.Data;

/// <summary>The public networks the shipped default is made of, and up to which day of each.</summary>
/// <remarks>The days leave later ones of the same networks to be predicted.</remarks>
internal static class DefaultNetworks
{
    private static readonly (int CutDays, string[] Files)[] Sources =
    [
        (450, ["email-Eu-core-temporal.txt.gz"]),
        (120, ["CollegeMsg.txt.gz"]),
        (2_000, ["sx-mathoverflow-a2q.txt.gz", "sx-mathoverflow-c2q.txt.gz", "sx-mathoverflow-c2a.txt.gz"]),
    ];

    public static IEnumerable<(EdgeNetwork Network, int CutDays)> Read(string folder) =>
        Sources.Select(source => (EdgeListFile.Read([.. source.Files.Select(file => Path.Combine(folder, file))]), source.CutDays));
}
