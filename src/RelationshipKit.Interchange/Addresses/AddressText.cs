using System.Globalization;
using PhoneNumbers;

namespace RelationshipKit.Interchange.Addresses;

/// <summary>Brings addresses as files write them to the form in which they are compared.</summary>
/// <remarks>Remembers numbers, because a log names the same few again and again. Not safe for use by several threads at once.</remarks>
internal sealed class AddressText(string? region)
{
    private const int LongestAddress = 256;

    private static readonly System.Buffers.SearchValues<char> PhoneCharacters = System.Buffers.SearchValues.Create("0123456789 +-()./");

    private static readonly char[] Brackets = ['<', '>', ' ', '\'', '"'];

    private const int MostRemembered = 10_000;

    private readonly Dictionary<string, SourceAddress?> remembered = new(StringComparer.Ordinal);

    /// <summary>Returns whether a region is one that telephone numbers can be read in.</summary>
    public static bool IsRegion(string region) => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region);

    /// <summary>Returns an e-mail address in lower case, or <see langword="null"/> if the text is not one.</summary>
    public static SourceAddress? Email(string? text)
    {
        if (text is null || !text.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var value = NameText.Clean(text);
        if (value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            value = value[7..];
            var query = value.IndexOf('?', StringComparison.Ordinal);
            value = query < 0 ? value : value[..query];
        }

        value = value.Trim(Brackets).ToLowerInvariant();
        var at = value.LastIndexOf('@');
        return value.Length <= LongestAddress && at > 0 && at < value.Length - 1 && !value.Contains(' ', StringComparison.Ordinal)
            ? new SourceAddress(SourceAddressKind.Email, value)
            : null;
    }

    /// <summary>Returns a name within a service, or <see langword="null"/> if the text is empty or too long.</summary>
    public static SourceAddress? Handle(string service, string? text)
    {
        var value = NameText.Clean(text);
        return value.Length is > 0 and <= LongestAddress - 32 ? new SourceAddress(SourceAddressKind.Handle, $"{service}:{value}") : null;
    }

    /// <summary>Returns a name that a chat shows, or <see langword="null"/> if nothing of it can be seen.</summary>
    public static SourceAddress? Name(string? text)
    {
        var value = NameText.Clean(text);
        return value.Length is > 0 and <= LongestAddress ? new SourceAddress(SourceAddressKind.Name, value) : null;
    }

    /// <summary>
    /// Returns a telephone number in E.164, the digits of one that is not dialable everywhere, or <see langword="null"/> if the text is not
    /// a telephone number.
    /// </summary>
    public SourceAddress? Phone(string? text)
    {
        if (text is null || text.Length > LongestAddress)
        {
            return null;
        }

        if (!remembered.TryGetValue(text, out var address))
        {
            address = ReadPhone(NameText.Clean(text));
            if (remembered.Count < MostRemembered)
            {
                remembered.Add(text, address);
            }
        }

        return address;
    }

    /// <summary>Returns what a chat calls somebody: an e-mail address, a telephone number, or a name.</summary>
    public SourceAddress? Any(string? text)
    {
        var value = NameText.Clean(text);
        return Email(value) is { } email ? email
            : LooksLikePhone(value) && Phone(value) is { } phone ? phone
            : Name(value);
    }

    private static bool LooksLikePhone(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(PhoneCharacters))
        {
            return false;
        }

        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= 5;
    }

    private SourceAddress? ReadPhone(string text)
    {
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[4..];
        }

        if (TryPlain(text, out var plain))
        {
            return new SourceAddress(SourceAddressKind.Phone, plain);
        }

        if (TryParse(text, region, out var number)
            || (text.StartsWith("00", StringComparison.Ordinal) && TryParse($"+{text.AsSpan(2)}", null, out number)))
        {
            return new SourceAddress(SourceAddressKind.Phone, number);
        }

        // Short codes, service codes and numbers of a region that nobody named: their digits, as far as they have some.
        Span<char> kept = stackalloc char[LongestAddress];
        var (length, digits) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                kept[length++] = (char)('0' + (int)CharUnicodeInfo.GetNumericValue(c));
                digits++;
            }
            else if (c is '*' or '#' || (c == '+' && length == 0))
            {
                kept[length++] = c;
            }
            else if (char.IsLetter(c))
            {
                return null;
            }
        }

        return digits >= 2 && text[0] != '-' ? new SourceAddress(SourceAddressKind.Phone, kept[..length].ToString()) : null;
    }

    // A number with its country and nothing that has to be taken away: most of them, and the tables of all countries are not needed for it.
    private static bool TryPlain(string text, out string e164)
    {
        e164 = "";
        if (text.Length is < 9 or > 24 || text[0] != '+')
        {
            return false;
        }

        Span<char> digits = stackalloc char[24];
        var length = 0;
        digits[length++] = '+';
        foreach (var c in text.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
            }
            else if (c is not (' ' or '-' or '.'))
            {
                return false;
            }
        }

        // Behind the country a zero, an eight or a one may be a prefix that is dialled only within it.
        if (length is < 9 or > 16 || digits[1..5]
            .Contains('0') || (digits[1] == '7' && digits[2] == '8') || (digits[1] == '1' && digits[2] == '1'))
        {
            return false;
        }

        e164 = digits[..length].ToString();
        return true;
    }

    private static bool TryParse(string text, string? region, out string e164)
    {
        e164 = "";
        var util = PhoneNumberUtil.GetInstance();
        PhoneNumber number;
        try
        {
            number = util.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return false;
        }

        // Possible, not valid: tables of valid numbers grow old faster than address books.
        if (!util.IsPossibleNumber(number))
        {
            return false;
        }

        e164 = util.Format(number, PhoneNumberFormat.E164);
        e164 = number.HasExtension && number.Extension.Length > 0 ? $"{e164} x{number.Extension}" : e164;
        return true;
    }
}
