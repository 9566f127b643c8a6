package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Register;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.run.Cycle;

/// Reads agreements with their meters, the exchanges of these, and the days on which premises stood empty.
final class AgreementRows {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /// Each agreement with its meter and what its last bill says of those before it.
    private static final String AGREEMENTS = """
            select a.reference, a.account, a.usage_point, p.premise, a.tariff, a.households,
                   {ended}, a.billed_from, a.annual_volume,
                   m.unit, m.digits, m.decimals, m.multiplier,
                   b.next_gap_from, b.open_bills, b.recent,
                   exists (select from reopening r
                           where r.agreement = a.reference and r.after_bill >= coalesce(b.serial, 0){reopening}),
                   exists (select from hold_release h
                           where h.agreement = a.reference and h.after_bill >= coalesce(b.serial, 0)),
                   {requested}, coalesce(b.serial, 0),
                   a.to_day is not null and exists (
                       select from agreement_end e where e.agreement = a.reference and e.is_estimated),
                   a.from_day
            from service_agreement a
            join usage_point p on p.reference = a.usage_point
            left join lateral (
                select * from meter m where m.usage_point = a.usage_point and m.installed_at <= {on}{meter}
                order by m.installed_at desc limit 1) m on true
            left join lateral (
                select b.serial, b.next_gap_from, b.open_bills, b.recent from bill b
                where b.agreement = a.reference{bill} order by b.run desc limit 1) b on true
            where {who} and a.billed_from < {to} {area}
            order by a.account, a.reference""";

    /// Asked only off the cycle. Who waits for prices is looked at again, for nobody writes down in the books that a
    /// price book has them now.
    private static final String REQUESTED = """
            (exists (select from bill_request q
                     where q.agreement = a.reference and q.after_bill >= coalesce(b.serial, 0))
             or exists (select from held_agreement h
                        where h.agreement = a.reference and h.outcome = 'held' and h.reason = 'outside-versions'
                            and not exists (
                                select from held_agreement l where l.agreement = h.agreement and l.run > h.run)
                            and not exists (
                                select from bill l where l.agreement = h.agreement and l.run >= h.run)))""";

    /// Where not all is known: an end that people wrote down later is none yet.
    private static final String ENDED = """
            case when not exists (
                select from agreement_end e where e.agreement = a.reference and not (true{end})) then a.to_day end""";

    /// Each as it was corrected last, with how the meter counted that was taken away.
    private static final String EXCHANGES = """
            select e.usage_point, e.at, e.removed, e.installed, m.unit, m.digits, m.decimals, m.multiplier
            from meter_exchange e
            left join lateral (
                select * from meter m where m.usage_point = e.usage_point and m.installed_at < e.at{meter}
                order by m.installed_at desc limit 1) m on true
            where e.usage_point = any({points}) and e.at <= {on}{change} and not exists (
                select from meter_exchange n
                where n.usage_point = e.usage_point and n.at = e.at and n.revision > e.revision{corrected})
            order by e.usage_point, e.at""";

    private static final String METERS = """
            select m.usage_point, m.installed_at, {removed} from meter m
            where m.usage_point = any({points}) and m.installed_at <= {on}{meter}
            order by m.usage_point, m.installed_at""";

    private static final String VACANCIES = """
            select v.premise, v.from_day, v.to_day from vacancy v
            where v.premise = any({premises}){change} order by v.premise, v.from_day""";

    private final Connection connection;
    private final Cycle cycle;
    private final Known known;

    AgreementRows(Connection connection, Cycle cycle, Known known) {
        this.connection = connection;
        this.cycle = cycle;
        this.known = known;
    }

    /// With exchanges and vacancies, in the order of their accounts.
    ///
    /// @param who a condition on agreements `a`
    Map<String, OpenAgreement> readWithMeters(String who) throws SQLException {
        Map<String, OpenAgreement> agreements = read(who);
        if (!agreements.isEmpty()) {
            readMeters(agreements.values());
        }
        return agreements;
    }

    /// The agreements alone, in the order of their accounts.
    ///
    /// @param who a condition on agreements `a`
    Map<String, OpenAgreement> read(String who) throws SQLException {
        Map<String, OpenAgreement> agreements = new LinkedHashMap<>();
        // A value and not a join, which would begin with the premises of the whole area for each batch.
        String ofArea = cycle.area() == null
                ? ""
                : "and (select e.area from premise e where e.reference = p.premise) = " + Literals.of(cycle.area());
        String select = AGREEMENTS
                .replace("{on}", Literals.of(cycle.readTo()))
                .replace("{who}", who)
                .replace("{meter}", known.change("m"))
                .replace("{bill}", known.bill("b"))
                .replace("{reopening}", known.change("r"))
                .replace("{to}", Literals.of(cycle.billTo()))
                .replace("{ended}", known.equals(Known.ALL) ? "a.to_day" : ENDED.replace("{end}", known.change("e")))
                .replace("{requested}", cycle.releasedOnly() ? REQUESTED : "false")
                .replace("{area}", ofArea + CycleAccounts.ofChosen(cycle, "a.account"));
        CopiedRows.each(connection, select, row -> {
            OpenAgreement agreement = OpenAgreement.of(row);
            if (cycle.releasedOnly() && !agreement.isReleased && !agreement.isRequested) {
                return;
            }
            agreements.put(agreement.reference, agreement);
        });
        return agreements;
    }

    /// The exchanges and vacancies of agreements, and where reading is suspended.
    void readMeters(Collection<OpenAgreement> agreements) throws SQLException {
        readExchanges(agreements);
        readVacancies(agreements);
        new SuspensionRows(connection, cycle, known).read(agreements);
    }

    /// The exchanges of meters alone.
    void readExchanges(Collection<OpenAgreement> agreements) throws SQLException {
        Map<String, List<OpenAgreement>> byPoint = new HashMap<>();
        for (OpenAgreement agreement : agreements) {
            byPoint.computeIfAbsent(agreement.usagePoint, _ -> new ArrayList<>(1))
                    .add(agreement);
        }
        String select = EXCHANGES
                .replace("{on}", Literals.of(cycle.readTo()))
                .replace("{change}", known.change("e"))
                .replace("{corrected}", known.change("n"))
                .replace("{meter}", known.change("m"))
                .replace("{points}", Literals.texts(byPoint.keySet()));
        CopiedRows.each(connection, select, row -> {
            List<OpenAgreement> of = byPoint.getOrDefault(row.text(), List.of());
            MeterExchange exchange = new MeterExchange(row.date(), row.numeric(), row.numeric());
            Register removed = OpenAgreement.register(row);
            of.forEach(agreement -> agreement.addExchange(exchange, removed));
        });
        readMetersOf(byPoint);
    }

    private void readMetersOf(Map<String, List<OpenAgreement>> byPoint) throws SQLException {
        // An end is written into a row that stands, so a bill of before does not know of it.
        String select = METERS.replace("{on}", Literals.of(cycle.readTo()))
                .replace("{removed}", known.equals(Known.ALL) ? "m.removed_at" : "null::date")
                .replace("{meter}", known.change("m"))
                .replace("{points}", Literals.texts(byPoint.keySet()));
        CopiedRows.each(connection, select, row -> {
            List<OpenAgreement> of = byPoint.getOrDefault(row.text(), List.of());
            LocalDate installed = row.date();
            LocalDate removed = row.dateOrNull();
            of.forEach(agreement -> agreement.addMeter(installed, removed));
        });
    }

    private void readVacancies(Collection<OpenAgreement> agreements) throws SQLException {
        Map<String, List<OpenAgreement>> byPremise = new HashMap<>();
        for (OpenAgreement agreement : agreements) {
            byPremise
                    .computeIfAbsent(agreement.premise, _ -> new ArrayList<>(2))
                    .add(agreement);
        }
        String select = VACANCIES
                .replace("{change}", known.change("v"))
                .replace("{premises}", Literals.texts(byPremise.keySet()));
        CopiedRows.each(connection, select, row -> {
            List<OpenAgreement> of = byPremise.getOrDefault(row.text(), List.of());
            LocalDate from = row.date();
            LocalDate to = row.dateOrNull();
            DateRange range = DateRange.of(from, to == null ? FOREVER : to);
            of.forEach(agreement -> agreement.vacancies.add(range));
        });
    }
}
