using System.Text.RegularExpressions;

namespace RelationshipKit.Interchange.Chats;

/// <summary>Texts that the app itself writes into a chat, in the languages they are met in.</summary>
/// <remarks>Most system lines have no sender and need no list. These stand under the name of a person or of the group.</remarks>
internal static partial class ChatSystemLines
{
    /// <summary>Returns whether a text under a name is the app's own.</summary>
    public static bool IsNotice(string text) => Encryption().IsMatch(Plain(text)) || (IsMarked(text) && Notice().IsMatch(Plain(text)));

    /// <summary>Returns whether a notice tells of a group.</summary>
    public static bool IsOfGroup(string text) => IsMarked(text) && Notice().IsMatch(Plain(text));

    /// <summary>Returns whether a text says that a call was missed.</summary>
    public static bool IsMissedCall(string text) => Missed().IsMatch(Plain(text));

    // Texts of the app begin with a mark of direction where they stand under a name; what people type does not.
    private static bool IsMarked(string text) => text.TrimStart() is ['\u200E' or '\u200F', ..];

    private static string Plain(string text) => Addresses.NameText.Clean(text.Length > 200 ? text[..200] : text);

    [GeneratedRegex(
        @"^(messages and calls are|nachrichten und anrufe sind|les messages et les appels sont|los mensajes y las llamadas|i messaggi e le chiamate|as mensagens e (as )?(chamadas|ligações)|berichten en (oproepen|gesprekken)).{0,40}(end-to-end encrypted|ende-zu-ende-verschlüsselt|chiffrés de bout en bout|cifrados de extremo a extremo|crittografat[ie] end-to-end|criptografia de ponta a ponta|end-to-end versleuteld)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Encryption();

    [GeneratedRegex(
        @"^.{0,80}(created (this )?group|created group|added you|changed (the|this) group|changed the subject|changed their phone number|joined using|left$|removed you|hat die gruppe|wurde(st)? hinzugefügt|hat den betreff|hat das gruppenbild|security code (with|changed)|sicherheitsnummer)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    [GeneratedRegex(
        @"^(missed (group )?(voice |video )?(group )?call|verpasster (sprach|video)anruf|appel (vocal|vidéo) manqué|llamada (de voz |de vídeo )?perdida|videollamada perdida|chiamata (vocale|video) persa|chamada (de voz|de vídeo) perdida|gemiste (spraak|video)oproep|tapt (tale|video)anrop|missat (röst|video)samtal)( at|,| um)?( \d{1,2}[:.]\d{2}.{0,8})?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missed();
}
