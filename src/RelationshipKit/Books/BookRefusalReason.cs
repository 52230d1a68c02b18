using System.Text.Json.Serialization;

namespace RelationshipKit;

/// <summary>Why a book refused something it was asked to do.</summary>
[JsonConverter(typeof(EnumJsonConverter<BookRefusalReason>))]
public enum BookRefusalReason
{
    /// <summary>The book has no such contact. Add the contact first.</summary>
    UnknownContact,

    /// <summary>The id, or an alias, is that of another contact.</summary>
    IdTaken,

    /// <summary>The book holds the very same touchpoint already.</summary>
    Duplicate,

    /// <summary>The book holds another touchpoint of the same identity. Correct it instead.</summary>
    Contradiction,

    /// <summary>A touchpoint of the same identity was retracted, or corrected into another. Restore it instead.</summary>
    Retracted,

    /// <summary>The book holds no touchpoint of that identity.</summary>
    UnknownTouchpoint,

    /// <summary>What is to be taken back or removed is not there.</summary>
    NothingThere,

    /// <summary>The same thing has been changed again since.</summary>
    ChangedSince,

    /// <summary>The change took a person out of the book, which nothing takes back.</summary>
    Erased,

    /// <summary>Both names are of one contact; two are needed.</summary>
    SameContact,

    /// <summary>Taken together it is more than one contact may have.</summary>
    TooMuch,

    /// <summary>The person was erased and stays forgotten. Lift it explicitly to add the person again.</summary>
    Forgotten,
}
