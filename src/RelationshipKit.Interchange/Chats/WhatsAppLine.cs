using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RelationshipKit.Interchange.Chats;

/// <summary>A line of a WhatsApp export that begins with a stamp.</summary>
/// <param name="A">The first number of the date.</param>
/// <param name="B">The second number of the date.</param>
/// <param name="C">The third number of the date.</param>
/// <param name="Separator">What separates the numbers: a slash, a point or a hyphen.</param>
/// <param name="Seconds">The time of day.</param>
/// <param name="Rest">What follows the stamp.</param>
internal sealed partial record WhatsAppLine(int A, int B, int C, char Separator, int Seconds, string Rest)
{
    private const int LongestStamp = 80;

    /// <summary>Gets a value indicating whether the year stands first.</summary>
    public bool IsYearFirst => A > 31;

    /// <summary>Returns whether a line begins with a stamp.</summary>
    public static bool IsStamp(string line) => TryParse(line) is not null;

    /// <summary>Reads a line; <see langword="null"/> if it does not begin with a stamp.</summary>
    public static WhatsAppLine? TryParse(string line)
    {
        if (line.Length == 0 || !MayBegin(line))
        {
            return null;
        }

        var (head, taken) = Plain(line);
        var match = Stamp().Match(head);
        if (!match.Success)
        {
            return null;
        }

        var hour = Number(match, "h");
        var half = HalfOf(match.Groups["half"].Value + match.Groups["before"].Value);
        var (minute, second) = (Number(match, "m"), match.Groups["s"].Success ? Number(match, "s") : 0);
        if (hour > 24 || minute > 59 || second > 60)
        {
            return null;
        }

        // Midnight and noon are twelve; 00:08 a.m. is written where it should not be.
        hour = half switch
        {
            1 when hour == 12 => 0,
            2 when hour < 12 => hour + 12,
            _ => hour % 24,
        };
        var end = taken[match.Length - 1] + 1;
        return new WhatsAppLine(
            Number(match, "a"), Number(match, "b"), Number(match, "c"), match.Groups["sep"].Value[0],
            (((hour * 60) + minute) * 60) + Math.Min(second, 59), line[end..]);
    }

    /// <summary>Returns the place of the stamp, without the rest.</summary>
    public override string ToString() => "a stamped line";

    // Digits of any script; brackets and marks of direction may stand in front.
    private static bool MayBegin(string line)
    {
        foreach (var c in line.AsSpan(0, Math.Min(4, line.Length)))
        {
            if (char.IsDigit(c))
            {
                return true;
            }

            if (c != '[' && !Addresses.NameText.IsInvisible(c))
            {
                return false;
            }
        }

        return false;
    }

    // The beginning with plain digits and blanks and without marks, and where each of its characters stands in the line.
    private static (string Head, List<int> Taken) Plain(string line)
    {
        var head = new StringBuilder(LongestStamp);
        var taken = new List<int>(LongestStamp);
        for (var i = 0; i < line.Length && head.Length < LongestStamp; i++)
        {
            var c = line[i];
            if (Addresses.NameText.IsInvisible(c))
            {
                continue;
            }

            head.Append(char.IsDigit(c) ? (char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)) : char.IsWhiteSpace(c) ? ' ' : c);
            taken.Add(i);
        }

        return (head.ToString(), taken);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // 1 for the half before noon, 2 for that after it, 0 for a day of 24 hours.
    private static int HalfOf(string text)
    {
        text = text.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return text switch
        {
            "" => 0,
            "am" or "上午" or "午前" or "오전" or "ص" or "πμ" or "dopoledne" or "de" or "vorm" or "fm" or "sa" or "凌晨" or "清晨" or "早上" => 1,
            _ => 2,
        };
    }

    [GeneratedRegex(
        @"^\[?(?<a>\d{1,4})(?<sep>[./-]) ?(?<b>\d{1,2})[./-] ?(?<c>\d{1,4})\.?( г\.)?(,|،| klo| às| à| um| at| kl\.?| a las)? ?(?<before>上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|中午|晚上)? ?(?<h>\d{1,2})[:.](?<m>\d{2})([:.](?<s>\d{2}))?( ?(?<half>[aApP]\. ?[mM]\.?|[aApP][mM]|ص|م|πμ|μμ|de\.|du\.|sa|ch|fm|em))?( ч\.)?(\] ?| [-–] )",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
