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

    /// <summary>Reads the network of mail, of which the start for mail and phone logs is made.</summary>
    public static (EdgeNetwork Network, int CutDays) ReadMail(string folder) =>
        (EdgeListFile.Read([Path.Combine(folder, Sources[0].Files[0])]), Sources[0].CutDays);

    /// <summary>Reads the networks from a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="without">How the name of a network to leave out begins; none if <see langword="null"/>.</param>
    /// <exception cref="BadInputException">A file will not do, or no network is named so.</exception>
    public static IEnumerable<(EdgeNetwork Network, int CutDays)> Read(string folder, string? without = null)
    {
        var used = Sources.Where(source => without is null || !source.Files[0].StartsWith(without, StringComparison.Ordinal)).ToArray();
        if (without is not null && used.Length != Sources.Length - 1)
        {
            throw new BadInputException(
                $"--without: '{without}' will not do; it must begin the name of one of "
                    + $"{string.Join(", ", Sources.Select(source => source.Files[0]))}.");
        }

        return used.Select(source => (EdgeListFile.Read([.. source.Files.Select(file => Path.Combine(folder, file))]), source.CutDays));
    }
}
