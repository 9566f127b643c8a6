package org.taswiya.store.pricebook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.store.Rows;

/// Up to where a tariff is spoken for: billed, billed by an old system and to be settled here, or in a run that was
/// begun and has to end as it began.
public final class BilledDays {
    private static final String BEGUN = """
            select max(greatest(r.bill_to, r.billed_on) + 1) as billed_to
            from billing_run r join run_tariff t on t.run = r.id
            where t.tariff = ? and not exists (select from abandoned_run x where x.run = r.id)
                and not exists (select from checkpoint k where k.run = r.id and k.is_last)""";

    /// No bill reaches further than its run bills, or than what an old system has billed, so that one of the newest
    /// which reaches as far as any run that made bills is the last. Where there is none, all have to be looked at.
    private static final String SELECT = """
            select greatest(
                coalesce(
                    (select b.billed_to from (select * from bill order by serial desc limit 4000) b
                     join service_agreement a on a.reference = b.agreement
                     where a.tariff = ?
                        and b.billed_to >= (
                            select max(r.bill_to) from billing_run r
                            where exists (select from checkpoint k where k.run = r.id and k.bills > 0)
                                or not exists (select from checkpoint k where k.run = r.id and k.is_last))
                        and not exists (select from cancellation c where c.bill = b.serial)
                     limit 1),
                    (select max(b.billed_to) from bill b join service_agreement a on a.reference = b.agreement
                     where a.tariff = ? and not exists (select from cancellation c where c.bill = b.serial))),
                (select max(f.to_day) from former_bill f join service_agreement a on a.reference = f.agreement
                 where a.tariff = ?),
                (""" + BEGUN + ")) as billed_to";

    private static final String OF_ACCOUNT = """
            select max(b.billed_to) as billed_to from service_agreement a join bill b on b.agreement = a.reference
            where a.account = ? and a.tariff = ? and not exists (select from cancellation c where c.bill = b.serial)""";

    private BilledDays() {}

    /// The day after the last of runs that were begun and have to end as they began; empty where there is none.
    public static Optional<LocalDate> begun(Connection connection, String tariff) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BEGUN)) {
            query.setString(1, tariff);
            return Rows.list(query, row -> Optional.ofNullable(Rows.dateOrNull(row, "billed_to")))
                    .getFirst();
        }
    }

    /// The day after the last of one account's; empty where there is none.
    public static Optional<LocalDate> ofAccount(Connection connection, String account, String tariff)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_ACCOUNT)) {
            query.setString(1, account);
            query.setString(2, tariff);
            return Rows.list(query, row -> Optional.ofNullable(Rows.dateOrNull(row, "billed_to")))
                    .getFirst();
        }
    }

    /// The day after the last; empty where there is none.
    public static Optional<LocalDate> to(Connection connection, String tariff) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setString(1, tariff);
            query.setString(2, tariff);
            query.setString(3, tariff);
            query.setString(4, tariff);
            return Rows.list(query, row -> Optional.ofNullable(Rows.dateOrNull(row, "billed_to")))
                    .getFirst();
        }
    }
}
