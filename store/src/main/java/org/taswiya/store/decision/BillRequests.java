package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.taswiya.store.SqlArrays;

/// Agreements that the next run off the cycle bills, because a person has put them right.
public final class BillRequests {
    private BillRequests() {}

    private static final String ADD = """
            insert into bill_request (change, agreement, after_bill)
            select ?, agreement, last_number from unnest(?) as d(agreement), number_series where name = 'bill'""";

    private static final String ADD_BESIDE = """
            insert into bill_request (change, agreement, after_bill)
            select ?, a.reference, (select last_number from number_series where name = 'bill')
            from service_agreement a
            where a.account in (select account from service_agreement where reference = any(?))
                and not a.reference = any(?)
                and exists (
                    select from held_agreement h
                    where h.agreement = a.reference and h.reason = 'missing-service'
                        and not exists (
                            select from held_agreement l where l.agreement = h.agreement and l.run > h.run)
                        and not exists (select from bill b where b.agreement = h.agreement and b.run >= h.run))
                and not exists (
                    select from bill_request r
                    where r.agreement = a.reference and r.after_bill >= coalesce(
                        (select max(b.serial) from bill b where b.agreement = a.reference), 0))""";

    private static final String ADD_COUNTED = ADD + """
             and exists (
                select from held_agreement h
                where h.agreement = d.agreement and h.reason = 'not-counted'
                    and not exists (select from held_agreement l where l.agreement = h.agreement and l.run > h.run)
                    and not exists (select from bill b where b.agreement = h.agreement and b.run >= h.run))""";

    /// Adds those of some agreements that wait for what their tariff asks for, in a transaction of the caller's.
    public static void addCounted(Connection connection, long change, Collection<String> agreements)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_COUNTED)) {
            insert.setLong(1, change);
            insert.setArray(2, SqlArrays.texts(connection, agreements));
            insert.executeUpdate();
        }
    }

    /// Adds them, in a transaction of the caller's.
    public static void add(Connection connection, long change, List<String> agreements) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, change);
            insert.setArray(2, SqlArrays.texts(connection, agreements));
            insert.executeUpdate();
        }
    }

    /// Those that wait only for these agreements of the same account.
    public static void addWaitingBeside(Connection connection, long change, List<String> agreements)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_BESIDE)) {
            insert.setLong(1, change);
            insert.setArray(2, SqlArrays.texts(connection, agreements));
            insert.setArray(3, SqlArrays.texts(connection, agreements));
            insert.executeUpdate();
        }
    }
}
