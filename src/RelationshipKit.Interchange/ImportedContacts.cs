using System.Globalization;

namespace RelationshipKit.Interchange;

/// <summary>What an import makes of people. Each person counts once.</summary>
/// <remarks>Immutable, so it is safe to share between threads.</remarks>
public sealed class ImportedContacts
{
    internal ImportedContacts(int added, int changed, int same, int forgotten)
    {
        Added = added;
        Changed = changed;
        Same = same;
        Forgotten = forgotten;
    }

    /// <summary>Gets how many contacts are new.</summary>
    public int Added { get; }

    /// <summary>Gets how many contacts of the book have gaps that the files fill.</summary>
    public int Changed { get; }

    /// <summary>Gets how many contacts of the book the files name without adding anything to them.</summary>
    public int Same { get; }

    /// <summary>Gets how many people stay out because they were erased from the book.</summary>
    public int Forgotten { get; }

    /// <summary>Returns the counts.</summary>
    /// <returns>An English text, not for round trips.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Added} added, {Changed} changed, {Same} the same, {Forgotten} erased before");
}
