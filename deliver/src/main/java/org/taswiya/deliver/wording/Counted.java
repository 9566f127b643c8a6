package org.taswiya.deliver.wording;

/// What a number counts, in one language.
sealed interface Counted {

    /// A noun in the forms that numbers want; masculine, as the nouns of all our currencies and the scales are.
    ///
    /// @param one of it, with the number where the language says it so
    /// @param singular after a hundred or a thousand
    /// @param dual two of it
    /// @param dualBefore the same directly before another noun
    /// @param plural from three to ten
    /// @param accusative from eleven to ninety-nine
    record Noun(String one, String singular, String dual, String dualBefore, String plural, String accusative)
            implements Counted {

        /// Of a language that knows one and many.
        static Noun of(String singular, String plural) {
            return new Noun(singular, singular, plural, plural, plural, plural);
        }
    }

    /// Something that follows the number and never changes.
    record Code(String text) implements Counted {}
}
