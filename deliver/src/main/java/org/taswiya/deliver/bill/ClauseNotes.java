package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.IndexedClause;
import org.taswiya.core.tariff.Rating;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Where the tariff states a charge, of charges that have a clause of their own: an index and its month, a social
/// tariff's decree, a stage of drought. What most charges have in common is the tariff that the bill names anyway.
record ClauseNotes(Tariff tariff, ItemWords words, Texts texts, Figures figures) {
    /// What ends a name; a word that goes on is another one.
    private static final Pattern SEPARATED = Pattern.compile("\\A\\s*(?:[,\u060C:;.\u2013\u2014-]\\s*|\\z)");

    List<String> of(Rating rating) {
        return rating.lines().stream()
                .flatMap(line -> of(line).stream())
                .distinct()
                .toList();
    }

    private List<String> of(ChargeLine line) {
        String what = words.component(line.component(), line.range().from());
        Optional<IndexedClause> indexed = IndexedClause.find(line.clause());
        String clause = indexed.map(IndexedClause::clause).orElse(line.clause());
        String own = clause.equals(common(line.range().from())) ? "" : own(what, clause, line);
        String index = indexed.map(of -> indexed(what, of)).orElse("");
        return List.of(own, index).stream().filter(note -> !note.isEmpty()).toList();
    }

    /// The name of the charge stands before its clause, so that a clause that begins with it in some language says it
    /// twice.
    private String own(String what, String clause, ChargeLine line) {
        String rest = words.names(line).stream()
                .filter(name -> clause.regionMatches(true, 0, name, 0, name.length()))
                .map(name -> clause.substring(name.length()))
                .filter(after -> SEPARATED.matcher(after).lookingAt())
                .map(after -> SEPARATED.matcher(after).replaceFirst(""))
                .findFirst()
                .orElse(clause);
        return rest.isEmpty() ? "" : texts.text("pricing.clause", "what", what, "clause", figures.foreign(rest));
    }

    private String indexed(String what, IndexedClause of) {
        LocalDate first = of.month().atDay(1);
        return texts.text(
                of.isLastKnown() ? "pricing.indexed.last" : "pricing.indexed",
                "what",
                what,
                "index",
                figures.foreign(of.index()),
                "month",
                figures.period(DateRange.of(first, first.plusMonths(1))),
                "value",
                figures.quantity(of.value()),
                "base",
                figures.quantity(of.base()));
    }

    /// What most components of the version have; of those that as many have, that of the first.
    private String common(LocalDate day) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TariffComponent component :
                tariff.versionOn(day).map(TariffVersion::components).orElse(List.of())) {
            String clause = IndexedClause.find(component.clause())
                    .map(IndexedClause::clause)
                    .orElse(component.clause());
            counts.merge(clause, 1, Integer::sum);
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
