package org.taswiya.store.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.core.validation.Severity;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.CopyRows;
import org.taswiya.store.population.ReadingKind;

/// The work list of readings: what came in and was not believed.
public final class Suspects {
    private static final int QUANTITY_DECIMALS = 6;

    private Suspects() {}

    /// What a unit cost in the last bill of each usage point that billed any use: all of its periods as they are due,
    /// since what a settlement claims is a difference.
    private static final String PRICES = """
            select d.usage_point, last.total, last.usage
            from unnest(?) as d(usage_point)
            cross join lateral (
                select w.total, w.usage
                from service_agreement a join bill b on b.agreement = a.reference
                cross join lateral (
                    select sum((select sum(amount) from unnest(s.due) as amount)) as total, sum(s.usage) as usage
                    from bill_segment s where s.bill = b.serial) w
                where a.usage_point = d.usage_point and w.usage > 0
                order by b.serial desc limit 1) last""";

    /// Those that wait: nobody has decided them, and what counts on their day was there before they came. Of a value
    /// that was judged anew, what was found last.
    public static final String WAITING = """
            select w.* from suspect_reading w
            where not exists (select from suspect_decision d
                              where d.usage_point = w.usage_point and d.at = w.at and d.change > w.change)
                and not exists (select from reading r
                                where r.usage_point = w.usage_point and r.at = w.at and r.change > w.change
                                    and r.kind <> 'estimated'
                                    and not exists (select from reading n
                                                    where n.usage_point = r.usage_point and n.at = r.at
                                                        and n.revision > r.revision))
                and not exists (select from suspect_reading n
                                where n.usage_point = w.usage_point and n.at = w.at and n.value = w.value
                                    and n.change > w.change)""";

    private static final String LIST = """
            select s.usage_point, s.at, s.change, s.kind::text, s.value, s.unit::text, s.provenance, s.severity::text,
                   s.quantity, s.at_risk, s.least_hour, p.service, e.area, a.reference as agreement, c.class::text,
                   f.reasons, f.severities, f.founds, f.figures, d.outcome::text, d.value as decided,
                   y.made_at, y.author, y.reason, n.counting,
                   exists (
                       select from counting_reading v
                       where v.usage_point = s.usage_point and v.at = s.at and v.value = s.value
                           and not exists (select from counting_reading n
                                           where n.usage_point = v.usage_point and n.at = v.at
                                               and n.revision > v.revision)) as is_measuring
            from suspect_reading s
            join usage_point p on p.reference = s.usage_point
            join premise e on e.reference = p.premise
            left join lateral (
                select reference, account from service_agreement
                where usage_point = s.usage_point and from_day <= s.at and (to_day is null or to_day >= s.at)
                order by from_day desc limit 1) a on true
            left join customer_account k on k.reference = a.account
            left join customer c on c.reference = k.customer
            cross join lateral (
                select array_agg(reason order by place) as reasons,
                       array_agg(severity::text order by place) as severities,
                       array_agg(found order by place) as founds, array_agg(figures order by place) as figures
                from suspect_finding f
                where f.usage_point = s.usage_point and f.at = s.at and f.change = s.change and f.ordinal = s.ordinal) f
            left join lateral (
                select outcome, value, change from suspect_decision d
                where d.usage_point = s.usage_point and d.at = s.at and d.change > s.change
                order by d.change limit 1) d on true
            left join change y on y.id = d.change
            left join lateral (
                select case when r.change > s.change and r.kind <> 'estimated' then r.value end as counting
                from reading r where r.usage_point = s.usage_point and r.at = s.at
                order by r.revision desc limit 1) n on true
            where (?::text[] is null or s.usage_point = any(?)) and (? or d.outcome is null)
                and not exists (select from suspect_reading x
                                where x.usage_point = s.usage_point and x.at = s.at and x.value = s.value
                                    and x.change > s.change and (d.change is null or x.change < d.change))
            order by s.at_risk desc, s.quantity desc, s.usage_point, s.at, s.change, s.ordinal""";

    /// A value of a day that waits or waited.
    ///
    /// @param value without zeros at its end
    public record SuspectValue(String usagePoint, LocalDate at, BigDecimal value) {
        public static SuspectValue of(String usagePoint, Reading reading) {
            return new SuspectValue(
                    usagePoint, reading.at(), reading.value().toBigDecimal().stripTrailingZeros());
        }
    }

    /// All values of usage points that were ever doubtful, decided or not.
    public static Set<SuspectValue> values(Connection connection, Collection<String> usagePoints) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select usage_point, at, value from suspect_reading where usage_point = any(?)""")) {
            query.setArray(1, SqlArrays.texts(connection, usagePoints));
            return new HashSet<>(Rows.list(query, Suspects::value));
        }
    }

    /// Those values of usage points that wait for a person now.
    public static Set<SuspectValue> waiting(Connection connection, Collection<String> usagePoints) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select o.usage_point, o.at, o.value from (" + WAITING + " and w.usage_point = any(?)) o")) {
            query.setArray(1, SqlArrays.texts(connection, usagePoints));
            return new HashSet<>(Rows.list(query, Suspects::value));
        }
    }

    private static SuspectValue value(ResultSet row) throws SQLException {
        return new SuspectValue(
                row.getString(1), Rows.date(row, "at"), row.getBigDecimal(3).stripTrailingZeros());
    }

    /// Whether this value of a day waits already, or was decided.
    static boolean isKept(Connection connection, String usagePoint, Reading reading) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select from suspect_reading s
                where s.usage_point = ? and s.at = ? and s.value = ?
                    and (exists (select from suspect_decision d
                                 where d.usage_point = s.usage_point and d.at = s.at and d.change > s.change)
                        or exists (select from (%s) o
                                   where o.usage_point = s.usage_point and o.at = s.at and o.change = s.change
                                       and o.ordinal = s.ordinal))""".formatted(WAITING))) {
            query.setString(1, usagePoint);
            query.setObject(2, reading.at());
            query.setBigDecimal(3, reading.value().toBigDecimal());
            return !Rows.list(query, row -> row).isEmpty();
        }
    }

    /// Keeps suspects of one import, in the transaction of the caller.
    ///
    /// @param change of the import
    public static void add(Connection connection, long change, List<Suspect> suspects) throws SQLException {
        Map<String, Fraction> prices = prices(connection, suspects);
        CopyRows readings = new CopyRows(
                "suspect_reading",
                "usage_point",
                "at",
                "change",
                "ordinal",
                "kind",
                "value",
                "unit",
                "provenance",
                "severity",
                "quantity",
                "at_risk",
                "least_hour");
        CopyRows findings = new CopyRows(
                "suspect_finding",
                "usage_point",
                "at",
                "change",
                "ordinal",
                "place",
                "reason",
                "severity",
                "found",
                "figures");
        Map<List<Object>, Integer> ofDay = new HashMap<>();
        for (Suspect suspect : suspects) {
            List<Object> day = List.of(suspect.usagePoint(), suspect.reading().at());
            int ordinal = ofDay.merge(day, 1, Integer::sum);
            put(readings, suspect, change, ordinal, prices.getOrDefault(suspect.usagePoint(), Fraction.ZERO));
            putFindings(findings, suspect, change, ordinal);
        }
        readings.send(connection);
        findings.send(connection);
    }

    private static void put(CopyRows rows, Suspect suspect, long change, int ordinal, Fraction price) {
        Fraction quantity = suspect.doubt().atRisk();
        rows.row()
                .text(suspect.usagePoint())
                .date(suspect.reading().at())
                .bigint(change)
                .smallint(ordinal)
                .text(ReadingKind.of(suspect.reading()).code())
                .numeric(suspect.reading().value())
                .text(suspect.unit().symbol())
                .text(ReadingKind.provenance(suspect.reading()))
                .text(suspect.doubt().severity().code())
                .numeric(quantity.round(QUANTITY_DECIMALS, RoundingMode.HALF_UP))
                .money(quantity.times(price).reduced().toMoneyHalfUp())
                .numeric(suspect.leastHour());
    }

    private static void putFindings(CopyRows rows, Suspect suspect, long change, int ordinal) {
        int place = 1;
        for (ReadingFinding finding : suspect.doubt().findings()) {
            SuspectFinding kept = SuspectFinding.of(finding);
            rows.row()
                    .text(suspect.usagePoint())
                    .date(suspect.reading().at())
                    .bigint(change)
                    .smallint(ordinal)
                    .smallint(place++)
                    .text(kept.reason())
                    .text(kept.severity())
                    .text(kept.found())
                    .text(kept.figuresText());
        }
    }

    private static Map<String, Fraction> prices(Connection connection, List<Suspect> suspects) throws SQLException {
        List<String> points =
                suspects.stream().map(Suspect::usagePoint).distinct().toList();
        Map<String, Fraction> prices = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(PRICES)) {
            query.setArray(1, SqlArrays.texts(connection, points));
            Rows.each(query, row -> {
                Decimal usage = Rows.decimal(row, "usage");
                Money total = Money.ofMinor(row.getLong("total"));
                if (total.signum() > 0) {
                    prices.put(row.getString(1), total.toFraction().dividedBy(Fraction.of(usage)));
                }
            });
        }
        return prices;
    }

    /// Those that a filter lets through, most money at risk first; of equal ones most units, then by point and day.
    ///
    /// @throws IllegalArgumentException when there is no such area, service or usage point
    public static List<OpenSuspect> list(Database database, SuspectFilter filter) {
        try (Connection connection = database.connect()) {
            ServedThere.require(connection, filter.area(), filter.service(), filter.usagePoint());
            return list(connection, filter);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static List<OpenSuspect> list(Connection connection, SuspectFilter filter) throws SQLException {
        String point = filter.usagePoint();
        return list(connection, point == null ? null : List.of(point), filter.decided()).stream()
                .filter(filter::lets)
                .toList();
    }

    /// Those of usage points that wait for somebody.
    static List<OpenSuspect> open(Connection connection, Collection<String> usagePoints) throws SQLException {
        return list(connection, usagePoints, false).stream()
                .filter(suspect -> !suspect.isOvertaken())
                .toList();
    }

    /// @param usagePoints null for all
    private static List<OpenSuspect> list(
            Connection connection, @Nullable Collection<String> usagePoints, boolean isWithDecided)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LIST)) {
            Array points = usagePoints == null ? null : SqlArrays.texts(connection, usagePoints);
            query.setArray(1, points);
            query.setArray(2, points);
            query.setBoolean(3, isWithDecided);
            return Rows.list(query, Suspects::suspect);
        }
    }

    private static OpenSuspect suspect(ResultSet row) throws SQLException {
        LocalDate at = Rows.date(row, "at");
        String customerClass = row.getString("class");
        return new OpenSuspect(
                row.getString("usage_point"),
                ReadingKind.ofCode(row.getString("kind"))
                        .reading(at, Rows.decimal(row, "value"), row.getString("provenance")),
                Unit.ofSymbol(row.getString("unit")).orElseThrow(),
                row.getLong("change"),
                row.getString("service"),
                row.getString("area"),
                row.getString("agreement"),
                customerClass == null ? null : CustomerClass.ofCode(customerClass),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                findings(row),
                Rows.decimal(row, "quantity"),
                Money.ofMinor(row.getLong("at_risk")),
                row.getBigDecimal("least_hour") == null ? null : Rows.decimal(row, "least_hour"),
                row.getBoolean("is_measuring"),
                row.getBigDecimal("counting") == null ? null : Rows.decimal(row, "counting"),
                decision(row),
                decidedBy(row));
    }

    private static List<SuspectFinding> findings(ResultSet row) throws SQLException {
        String[] reasons = (String[]) row.getArray("reasons").getArray();
        String[] severities = (String[]) row.getArray("severities").getArray();
        String[] founds = (String[]) row.getArray("founds").getArray();
        String[] figures = (String[]) row.getArray("figures").getArray();
        List<SuspectFinding> findings = new ArrayList<>();
        for (int i = 0; i < reasons.length; i++) {
            findings.add(new SuspectFinding(reasons[i], severities[i], founds[i], SuspectFinding.figures(figures[i])));
        }
        return findings;
    }

    private static @Nullable Change decidedBy(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("made_at", OffsetDateTime.class);
        return at == null ? null : new Change(at.toInstant(), row.getString("author"), row.getString("reason"));
    }

    private static @Nullable SuspectDecision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        Decimal value = row.getBigDecimal("decided") == null ? null : Rows.decimal(row, "decided");
        return new SuspectDecision(SuspectDecision.Outcome.ofCode(outcome), value);
    }
}
