package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.population.FeedProvenance;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.receiving.PointDay;

/// A reading that is judged anew: a source has brought it, and nobody has vouched for it.
///
/// @param leastHour of the day that it ends; null where that is not known
/// @param revisions of its day
/// @param suspect that waits because of it; null where none does
record RevalidatedReading(
        String usagePoint,
        Reading reading,
        @Nullable Decimal leastHour,
        Standing standing,
        int revisions,
        @Nullable OpenSuspect suspect) {

    /// What it is while it is looked at.
    enum Standing {
        /// It counts, and no bill rests on it.
        COUNTS,
        /// It counts, and goes on counting whatever is found: a bill that stands may rest on it.
        BILLED,
        /// It does not count.
        WAITS
    }

    /// Those that were read from a day on at each usage point, the last of each day. Vouched for is what a person or a
    /// correcting file has said, what another system has judged, and what was there before any file came.
    private static final String STANDING = """
            select r.usage_point, r.at, r.revision, r.kind::text, r.value, r.provenance, r.least_hour,
                   exists (select from reading_withheld w
                           where w.usage_point = r.usage_point and w.at = r.at
                               and w.revision >= r.revision) as is_withheld,
                   coalesce(r.at <= b.settled, false) as is_billed,
                   case when r.change = ? then false
                        when i.change is not null then i.corrects or not m.is_checked
                        when d.outcome = 'explained' then false
                        else d.outcome is not null or (r.kind <> 'customer' and r.provenance !~ '^round [0-9]+ by ')
                   end or exists (
                       select from suspect_decision p
                       where p.usage_point = r.usage_point and p.at = r.at and p.change >= r.change
                           and p.outcome <> 'explained') as is_vouched_for
            from unnest(?, ?) as k(usage_point, at)
            join reading r on r.usage_point = k.usage_point and r.at >= k.at
            left join lateral (
                select max(b.next_gap_from) as settled
                from service_agreement a join bill b on b.agreement = a.reference
                where a.usage_point = k.usage_point
                    and not exists (select from cancellation c where c.bill = b.serial)) b on true
            left join import_batch i on i.change = r.change
            left join import m on m.id = i.import
            left join suspect_decision d on d.usage_point = r.usage_point and d.at = r.at and d.change = r.change
            where r.kind <> 'estimated'
                and not exists (select from reading n
                                where n.usage_point = r.usage_point and n.at = r.at and n.revision > r.revision)
            order by r.usage_point, r.at""";

    /// Of a register from a day on. Where several values of a day wait, a person says which one is meant, and none of
    /// them is looked at.
    ///
    /// @param from by usage point
    /// @param judged the change of readings that have just been judged as they came, of whose batch nothing is written
    ///     yet; 0 for none
    static List<RevalidatedReading> of(Connection connection, Map<String, LocalDate> from, long judged)
            throws SQLException {
        Map<PointDay, List<OpenSuspect>> waiting = waiting(connection, from);
        List<RevalidatedReading> all = new ArrayList<>();
        Set<PointDay> read = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(STANDING)) {
            query.setLong(1, judged);
            query.setArray(2, SqlArrays.texts(connection, from.keySet()));
            query.setArray(3, connection.createArrayOf("date", from.values().toArray()));
            Rows.each(query, row -> {
                RevalidatedReading of = standing(row, waiting);
                read.add(of.key());
                if (!row.getBoolean("is_vouched_for") && (of.standing != Standing.WAITS || of.suspect != null)) {
                    all.add(of);
                }
            });
        }
        waiting.forEach((day, ofDay) -> {
            if (!read.contains(day) && ofDay.size() == 1) {
                OpenSuspect suspect = ofDay.getFirst();
                all.add(new RevalidatedReading(
                        day.usagePoint(), suspect.reading(), suspect.leastHour(), Standing.WAITS, 0, suspect));
            }
        });
        return all;
    }

    private static RevalidatedReading standing(ResultSet row, Map<PointDay, List<OpenSuspect>> waiting)
            throws SQLException {
        LocalDate at = Rows.date(row, "at");
        String point = row.getString("usage_point");
        Reading reading = ReadingKind.ofCode(row.getString("kind"))
                .reading(at, Rows.decimal(row, "value"), row.getString("provenance"));
        List<OpenSuspect> ofDay = waiting.getOrDefault(new PointDay(point, at), List.of());
        boolean isWithheld = row.getBoolean("is_withheld");
        return new RevalidatedReading(
                point,
                reading,
                Rows.decimalOrNull(row, "least_hour"),
                isWithheld ? Standing.WAITS : row.getBoolean("is_billed") ? Standing.BILLED : Standing.COUNTS,
                row.getInt("revision"),
                isWithheld && ofDay.size() > 1 ? null : suspectOf(reading, ofDay));
    }

    private static @Nullable OpenSuspect suspectOf(Reading reading, List<OpenSuspect> ofDay) {
        return ofDay.stream()
                .filter(suspect -> suspect.reading().value().compareTo(reading.value()) == 0)
                .findFirst()
                .orElse(null);
    }

    /// Of each day one of each value.
    private static Map<PointDay, List<OpenSuspect>> waiting(Connection connection, Map<String, LocalDate> from)
            throws SQLException {
        Map<PointDay, List<OpenSuspect>> waiting = new HashMap<>();
        for (OpenSuspect suspect : Suspects.open(connection, from.keySet())) {
            LocalDate at = suspect.reading().at();
            LocalDate first = from.get(suspect.usagePoint());
            List<OpenSuspect> ofDay =
                    waiting.computeIfAbsent(new PointDay(suspect.usagePoint(), at), _ -> new ArrayList<>(1));
            if (first != null && !at.isBefore(first) && suspectOf(suspect.reading(), ofDay) == null) {
                ofDay.add(suspect);
            }
        }
        return waiting;
    }

    PointDay key() {
        return new PointDay(usagePoint, reading.at());
    }

    /// Whether it is looked at beside the other registers of its device, as when it came: not where days are counted
    /// on, nor where somebody reads one dial after the other.
    boolean isBesideOthers() {
        return reading instanceof ActualReading(var _, var _, var provenance)
                && !provenance.startsWith("round ")
                && FeedProvenance.exact(reading).isEmpty();
    }
}
