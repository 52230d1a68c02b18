using System.Text.RegularExpressions;

namespace RelationshipKit.Interchange.Tables;

/// <summary>
/// What the columns of address books are, by their names in Google, Outlook (English, German and others), Thunderbird, LinkedIn and Apple
/// exports.
/// </summary>
internal static partial class AddressBookColumns
{
    private static readonly Dictionary<string, AddressBookField> Known = new(StringComparer.OrdinalIgnoreCase);

    static AddressBookColumns()
    {
        Add(
            AddressBookField.FullName, "name", "full name", "display name", "anzeigename", "nom complet", "nome",
            "nombre completo", "contact name");
        Add(AddressBookField.FileAs, "file as", "speichern unter", "classer sous");
        Add(
            AddressBookField.Given, "first name", "given name", "vorname", "prénom", "firstname", "given", "nombre", "voornaam",
            "fornavn");
        Add(
            AddressBookField.Additional, "middle name", "additional name", "weitere vornamen", "zweiter vorname", "deuxième prénom",
            "middle");
        Add(
            AddressBookField.Family, "last name", "family name", "nachname", "surname", "lastname", "nom", "apellidos", "cognome",
            "achternaam", "etternavn", "apellido", "sobrenome");
        Add(AddressBookField.Prefix, "name prefix", "prefix", "anrede");
        Add(AddressBookField.Suffix, "name suffix", "suffix", "namenszusatz");
        Add(AddressBookField.Nickname, "nickname", "spitzname", "surnom");
        Add(
            AddressBookField.Organisation, "company", "organization name", "organization 1 - name", "organization", "firma", "société",
            "organisation", "empresa", "azienda");
        Add(
            AddressBookField.Title, "job title", "organization title", "organization 1 - title", "position", "titre", "fonction", "cargo",
            "berufsbezeichnung");
        Add(AddressBookField.Note, "notes", "note", "notizen", "remarques", "notas");
        Add(
            AddressBookField.Birthday, "birthday", "geburtstag", "anniversaire", "birth date", "date of birth", "cumpleaños",
            "geburtsdatum", "date de naissance", "fecha de nacimiento", "compleanno", "data di nascita", "verjaardag", "geboortedatum",
            "data de nascimento", "aniversário");
        Add(AddressBookField.BirthYear, "birth year", "geburtsjahr");
        Add(AddressBookField.BirthMonth, "birth month", "geburtsmonat");
        Add(AddressBookField.BirthDay, "birth day", "geburtstag (tag)");
        Add(
            AddressBookField.Anniversary, "anniversary", "jahrestag", "hochzeitstag",
            "anniversaire de mariage", "anniversaire de mariage ou fête", "aniversario", "anniversario");
        Add(AddressBookField.Tags, "categories", "labels", "group membership", "kategorien", "tags", "groups", "catégories");
        Add(
            AddressBookField.Email, "e-mail", "email", "mail", "e-mail address", "email address", "e-mail-adresse", "primary email",
            "secondary email", "primäre e-mail-adresse", "sekundäre e-mail-adresse", "adresse e-mail", "emails", "additional email");
        Add(AddressBookField.Spouse, "spouse", "ehepartner", "partner", "ehegatte", "conjoint");
        Add(AddressBookField.Children, "children", "kinder", "enfants");
        Add(AddressBookField.Manager, "manager's name", "manager", "name des/der vorgesetzten");
        Add(AddressBookField.Assistant, "assistant's name", "assistant");
        Add(AddressBookField.ConnectedOn, "connected on");
        Add(AddressBookField.LinkedIn, "url");
        Add(
            AddressBookField.Phone, "phone", "telephone", "telefon", "mobile", "handy", "mobiltelefon", "téléphone", "phone number",
            "mobile number", "work phone", "home phone", "telefonnummer", "pager", "pager number", "fax number", "cell", "telefono",
            "portable");
    }

    /// <summary>Returns what a column is, or <see langword="null"/> if its name is not known.</summary>
    public static AddressBookField? Find(string name)
    {
        name = name.Trim();
        return Known.TryGetValue(name, out var field) ? field
            : EmailColumn().IsMatch(name) ? AddressBookField.Email
            : PhoneColumn().IsMatch(name) ? AddressBookField.Phone
            : RelationColumn().IsMatch(name) ? AddressBookField.RelationValue
            : EventColumn().IsMatch(name) ? AddressBookField.EventValue
            : LabelColumn().IsMatch(name) ? AddressBookField.Label
            : null;
    }

    private static void Add(AddressBookField field, params string[] names) => Array.ForEach(names, name => Known.Add(name, field));

    [GeneratedRegex(
        @"^(e-?mail( \d+)?( - value| address| ?\d*)?|e-mail[- ]?\d? ?(address|adresse)|e-mail-adresse ?\d?|e-mail \d:? adress?e|e-mail \d address|adresse (de messagerie|e-?mail|électronique).*|courriel.*|e-?mailadres.*|(dirección de )?correo electrónico.*|(indirizzo (di )?)?posta elettronica.*|indirizzo e-?mail.*|endereço de (e-?mail|correio eletr[ôó]nico).*|work e-?mail|home e-?mail|other e-?mail)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex EmailColumn();

    // The number of an assistant is that of another person.
    [GeneratedRegex(
        @"^(?!.*(assist|ayudante|asistente))(phone \d+ - value|(business|car|company main|home|mobile|other|primary|radio|work|tty/tdd|isdn|callback|telex)( phone| fax| number|)( ?\d)?( number)?|telefon.*|mobiltelefon.*|t[ée]l[ée]phone.*|t[ée]l\..*|t[ée]l[ée]copie.*|tel[ée]fono.*|telefone.*|(mobiele )?telefoon.*|m[óo]vil.*|cellulare.*|celular.*|fax.*|.*fax( \d)?|handy.*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex PhoneColumn();

    [GeneratedRegex(@"^relation \d+ - value$", RegexOptions.IgnoreCase)]
    private static partial Regex RelationColumn();

    [GeneratedRegex(@"^event \d+ - value$", RegexOptions.IgnoreCase)]
    private static partial Regex EventColumn();

    [GeneratedRegex(@"^(e-mail|phone|relation|event) \d+ - (label|type)$", RegexOptions.IgnoreCase)]
    private static partial Regex LabelColumn();
}
