using System.Text;

namespace RelationshipKit.Interchange.Sources;

/// <summary>The encodings that files of people are in.</summary>
internal static class TextEncodings
{
    /// <summary>Gets UTF-8 that throws at bytes that are not UTF-8.</summary>
    public static UTF8Encoding StrictUtf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets the encoding of most files that say nothing and are not UTF-8.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Returns the encoding that a part of a file names, or <see langword="null"/> if there is none.</summary>
    /// <remarks>The file was split into lines of bytes before, so it is in no encoding of 16 or 32 bits; UTF-7 is not safe.</remarks>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim().Trim('"');
        if (string.IsNullOrEmpty(name) || name.Length > 40)
        {
            return null;
        }

        try
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Encoding.GetEncoding(name)) is var found and not (UnicodeEncoding or UTF32Encoding)
                ? found
                : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Returns the encoding that a mark at the beginning names, and the length of the mark.</summary>
    public static (Encoding? Encoding, int Length) OfMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),

        // UTF-16 without a mark: the text begins with ASCII.
        [>= 0x20 and < 0x7F, 0, >= 0x20 and < 0x7F, 0, ..] => (Encoding.Unicode, 0),
        [0, >= 0x20 and < 0x7F, 0, >= 0x20 and < 0x7F, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };
}
