package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.metering.StandingReading;
import org.taswiya.core.metering.StandingReading.Word;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.population.ReadingKind;

/// The readings that the books have of some days, with their revisions.
public final class ReadingsThere {
    private static final List<ReadingKind> KINDS =
            List.of(ReadingKind.ACTUAL, ReadingKind.CUSTOMER, ReadingKind.ESTIMATED);

    private static final List<Word> WORDS = List.of(Word.SOURCE, Word.CORRECTION, Word.PERSON);

    /// What came otherwise than by an import is a person's word when it followed something, or says so.
    private static final String SELECT = """
            select k.place::integer,
                   case r.kind when 'actual' then 0 when 'customer' then 1 else 2 end, r.value, r.provenance,
                   case when b.change is not null then b.corrects::integer
                        when r.revision > 1 or r.provenance like 'corrected by %' then 2 else 0 end
            from unnest({points}, {days}) with ordinality as k(usage_point, at, place)
            join reading r on r.usage_point = k.usage_point and r.at = k.at
            left join import_batch b on b.change = r.change
            order by 1, r.revision""";

    private ReadingsThere() {}

    /// Of each day the readings by revision; days without one are not there.
    public static Map<PointDay, List<StandingReading>> of(Connection connection, Collection<PointDay> keys)
            throws SQLException {
        List<PointDay> asked = new ArrayList<>(keys);
        Map<PointDay, List<StandingReading>> found = new HashMap<>();
        List<String> points = new ArrayList<>(asked.size());
        List<LocalDate> days = new ArrayList<>(asked.size());
        for (PointDay key : asked) {
            points.add(key.usagePoint());
            days.add(key.at());
        }
        String select = SELECT.replace("{points}", Literals.texts(points)).replace("{days}", Literals.dates(days));
        CopiedRows.each(connection, select, row -> {
            PointDay key = asked.get((int) row.whole() - 1);
            ReadingKind kind = KINDS.get((int) row.whole());
            Decimal value = row.numeric();
            String provenance = row.text();
            Word word = WORDS.get((int) row.whole());
            found.computeIfAbsent(key, _ -> new ArrayList<>(1))
                    .add(new StandingReading(kind.reading(key.at(), value, provenance), word));
        });
        return found;
    }
}
