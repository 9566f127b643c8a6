package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningAnswer.Send;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Rows;
import org.taswiya.store.adjustment.AdjustmentBooks;
import org.taswiya.store.dunning.DunningBatch.Decided;
import org.taswiya.store.ledger.EntryRows;

/// What is sent, as rows.
final class DunningRows {
    private static final LedgerAccount FEES = new LedgerAccount("revenue:dunning-fees");

    private DunningRows() {}

    /// @return whether anything was written
    static boolean write(Connection connection, List<Decided> accounts, LocalDate on, long change) throws SQLException {
        boolean isSent = accounts.stream().anyMatch(DunningRows::isSent);
        if (isSent) {
            insert(connection, accounts, run(connection, on, change), change);
            chargeFees(connection, accounts, on, change);
        }
        boolean isReconnected = false;
        for (Decided account : accounts) {
            if (account.answers().stream().anyMatch(DunningRows::isOrder)) {
                ServiceOrders.propose(connection, account.account(), on, account.overdue(), change);
            }
            if (account.isReconnected()) {
                ServiceOrders.reconnect(connection, account.account(), on, change);
                isReconnected = true;
            }
        }
        return isSent || isReconnected;
    }

    private static boolean isSent(Decided account) {
        return account.answers().stream().anyMatch(Send.class::isInstance);
    }

    private static boolean isOrder(DunningAnswer answer) {
        return answer instanceof Send send && send.step().isOrder();
    }

    private static void insert(Connection connection, List<Decided> accounts, long run, long change)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into dunning_notice values (?, ?::item_kind, ?, ?, ?, ?::dunning_channel, ?, ?, ?, ?, ?)")) {
            for (Decided account : accounts) {
                for (DunningAnswer answer : account.answers()) {
                    if (answer instanceof Send send) {
                        set(insert, account, send, run, change);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }

    /// A fee is booked with the step that states it, due at once. It is named by the item and the step, as the row of
    /// the step is: so it is charged once.
    private static void chargeFees(Connection connection, List<Decided> accounts, LocalDate on, long change)
            throws SQLException {
        EntryRows entries = null;
        for (Decided account : accounts) {
            for (DunningAnswer answer : account.answers()) {
                if (answer instanceof Send(var item, var step) && step.fee().signum() > 0) {
                    if (entries == null) {
                        entries = new EntryRows();
                        entries.begin(connection);
                    }
                    ItemKey key = item.key();
                    AdjustmentBooks.give(
                            connection,
                            entries,
                            new Adjustment(
                                    account.account(),
                                    "dunning/" + account.account() + "/"
                                            + key.kind().code() + "/" + key.number() + "/" + step.name(),
                                    key,
                                    step.fee(),
                                    AdjustmentReason.DUNNING_FEE,
                                    step.name() + " of " + on + " for " + key),
                            FEES,
                            on,
                            0,
                            change);
                }
            }
        }
        if (entries != null) {
            entries.send(connection);
        }
    }

    private static void set(PreparedStatement insert, Decided account, Send send, long run, long change)
            throws SQLException {
        insert.setString(1, account.account());
        insert.setString(2, send.item().key().kind().code());
        insert.setString(3, send.item().key().number());
        insert.setString(4, send.step().name());
        insert.setLong(5, run);
        insert.setString(6, send.step().channel().code());
        insert.setString(7, send.step().letter());
        insert.setLong(8, send.step().fee().minorUnits());
        insert.setLong(9, send.item().open().minorUnits());
        insert.setLong(10, account.overdue().minorUnits());
        insert.setLong(11, change);
    }

    /// The run of a day: there already when it was begun before.
    private static long run(Connection connection, LocalDate on, long change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into dunning_run select coalesce(max(id), 0) + 1, ?, ? from dunning_run
                on conflict (run_on) do nothing""")) {
            insert.setObject(1, on);
            insert.setLong(2, change);
            insert.executeUpdate();
        }
        try (PreparedStatement query = connection.prepareStatement("select id from dunning_run where run_on = ?")) {
            query.setObject(1, on);
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }
}
