namespace RelationshipKit.Ties;

/// <summary>Touchpoints that know the states of their ties, so that no question folds a history twice.</summary>
internal interface ITieStates
{
    /// <summary>
    /// Returns the state of the tie to a contact: the same, bit for bit, as that of the contact's touchpoints folded again from the start.
    /// </summary>
    /// <param name="contact">The contact, under any id.</param>
    /// <param name="layout">The settings and the zone to fold in.</param>
    /// <param name="upToMicros">The last instant to fold, itself included.</param>
    /// <param name="facet">The facet: touchpoints of it and those without one; null for the whole person.</param>
    TieState StateOf(ContactId contact, TieLayout layout, long upToMicros, Facet? facet);

    /// <summary>Returns what is left of forgotten touchpoints with a contact.</summary>
    /// <param name="contact">The contact, under any id.</param>
    /// <param name="facet">The facet: touchpoints of it and those without one; null for the whole person.</param>
    IEnumerable<TieState> KeptOf(ContactId contact, Facet? facet);
}
