namespace RelationshipKit.SampleConsole.Input;

/// <summary>The standard input as a file: readers open a file more than once.</summary>
internal sealed class StandardInput(Func<Stream> open) : IDisposable
{
    /// <summary>The path that means the standard input.</summary>
    public const string Name = "-";

    private string? path;

    /// <summary>Returns the path itself, or that of a file with all that came in if it is <see cref="Name"/>.</summary>
    public string PathOf(string named)
    {
        if (named != Name)
        {
            return named;
        }

        if (path is null)
        {
            path = Path.GetTempFileName();
            using var input = open();
            using var file = File.Create(path);
            input.CopyTo(file);
        }

        return path;
    }

    /// <summary>Returns a text in which the standard input has a name that its reader knows.</summary>
    public string Named(string text) => path is null ? text : text.Replace(path, Name, StringComparison.Ordinal);

    public void Dispose()
    {
        if (path is not null)
        {
            File.Delete(path);
        }
    }
}
