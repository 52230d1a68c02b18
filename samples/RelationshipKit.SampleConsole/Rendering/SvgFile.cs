using System.Text;
using RelationshipKit.SampleConsole.Input;

namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Pictures go where the user says, or one clear line says why not.</summary>
internal static class SvgFile
{
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException("--svg", $"'{path}' cannot be written: {e.Message}");
        }
    }
}
