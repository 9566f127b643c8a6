package org.taswiya.deliver.print;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;

/// What all papers of a batch have in common.
///
/// @param utility who writes
/// @param titlesOf what the price book with an id is called, in the languages in which that is known
public record PrintTerms(UtilityProfile utility, PrintForm form, Function<String, Map<Language, String>> titlesOf) {

    /// Those of the bill's price book.
    Map<Language, String> titles(BillDocument document) {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        titles.putAll(titlesOf.apply(document.bill().tariff()));
        return titles;
    }
}
