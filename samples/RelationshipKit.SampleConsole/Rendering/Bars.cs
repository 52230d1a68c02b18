namespace RelationshipKit.SampleConsole.Rendering;

/// <summary>Small bars, in block characters or in plain ones.</summary>
internal static class Bars
{
    /// <summary>Returns the markup of a bar filled from the left.</summary>
    public static string Of(double share, int width, bool styled)
    {
        var filled = (int)Math.Round(Math.Clamp(share, 0, 1) * width, MidpointRounding.AwayFromZero);

        // Something is not nothing, and almost all is not all.
        filled = share > 0 ? Math.Max(filled, 1) : filled;
        filled = share < 1 ? Math.Min(filled, width - 1) : filled;
        return Draw(0, filled, width, styled);
    }

    /// <summary>Returns the markup of a bar from the middle: to the left below 0, to the right above it.</summary>
    public static string FromMiddle(double signedShare, int halfWidth, bool styled)
    {
        var length = (int)Math.Round(Math.Clamp(Math.Abs(signedShare), 0, 1) * halfWidth, MidpointRounding.AwayFromZero);
        return signedShare < 0
            ? $"{Draw(halfWidth - length, length, halfWidth, styled)}|{Draw(0, 0, halfWidth, styled)}"
            : $"{Draw(0, 0, halfWidth, styled)}|{Draw(0, length, halfWidth, styled)}";
    }

    private static string Draw(int before, int filled, int width, bool styled)
    {
        var after = width - before - filled;
        return styled
            ? $"[grey]{new string('\u2591', before)}[/][green]{new string('\u2588', filled)}[/][grey]{new string('\u2591', after)}[/]"
            : $"{new string('.', before)}{new string('#', filled)}{new string('.', after)}";
    }
}
