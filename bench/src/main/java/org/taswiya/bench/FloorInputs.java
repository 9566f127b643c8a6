package org.taswiya.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.store.copy.Literals;

/// What a run reads for a batch of bills, asked for as it asks: the same rows by the same lists of keys.
///
/// @param gap of which readings are read as they are
/// @param past days around the same dates of earlier years, whose readings say nothing of where they are from
/// @param openBills how many bills before, whose claims are read
record FloorInputs(Days gap, List<Days> past, int openBills) {
    private static final String KEYS = """
            select min(a.account) over (), max(a.account) over (), a.reference, a.usage_point
            from bill b join service_agreement a on a.reference = b.agreement
            where b.serial between {first} and {last} order by b.serial""";
    private static final String AGREEMENTS = """
            select a.reference, a.account, a.usage_point, p.premise, a.tariff, a.households, a.to_day, a.billed_from,
                   m.unit, m.digits, m.decimals, m.multiplier, b.next_gap_from, b.open_bills, b.recent, b.serial
            from service_agreement a
            join usage_point p on p.reference = a.usage_point
            left join lateral (
                select * from meter m where m.usage_point = a.usage_point
                order by m.installed_at desc limit 1) m on true
            left join lateral (
                select * from bill b where b.agreement = a.reference order by b.run desc limit 1) b on true
            where a.account between {firstAccount} and {lastAccount} order by a.account, a.reference""";
    private static final String BILLED = """
            select o.place::integer, s.bill, s.kind = 'estimated', s.from_day, s.to_day, s.usage, s.codes, s.claimed
            from unnest({agreements}) with ordinality as o(agreement, place)
            cross join lateral (
                select serial from bill b where b.agreement = o.agreement and b.serial < {first}
                order by b.run desc limit {open}) b
            join bill_segment s on s.bill = b.serial""";
    private static final String READINGS = """
            select o.place::integer, r.at, r.revision, r.kind = 'actual', r.value, {provenance}
            from unnest({points}) with ordinality as o(usage_point, place)
            join reading r on r.usage_point = o.usage_point and r.at between {from} and {to}""";

    /// Days from one to another, both included.
    record Days(LocalDate from, LocalDate to) {}

    /// The queries for the bills of two numbers and those between; which keys they are is looked up now.
    List<String> queries(Connection connection, long first, long last) throws SQLException {
        List<String> agreements = new ArrayList<>();
        List<String> points = new ArrayList<>();
        String firstAccount = "";
        String lastAccount = "";
        String keys = KEYS.replace("{first}", "" + first).replace("{last}", "" + last);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(keys)) {
            while (rows.next()) {
                firstAccount = rows.getString(1);
                lastAccount = rows.getString(2);
                agreements.add(rows.getString(3));
                points.add(rows.getString(4));
            }
        }
        List<String> queries = new ArrayList<>();
        queries.add(AGREEMENTS
                .replace("{firstAccount}", Literals.of(firstAccount))
                .replace("{lastAccount}", Literals.of(lastAccount)));
        queries.add(BILLED.replace("{agreements}", Literals.texts(agreements))
                .replace("{first}", "" + first)
                .replace("{open}", "" + openBills));
        queries.add(readings(points, gap, "r.provenance"));
        past.forEach(days -> queries.add(readings(points, days, "''::text")));
        return queries;
    }

    private static String readings(List<String> points, Days days, String provenance) {
        return READINGS.replace("{provenance}", provenance)
                .replace("{points}", Literals.texts(points))
                .replace("{from}", Literals.of(days.from()))
                .replace("{to}", Literals.of(days.to()));
    }
}
