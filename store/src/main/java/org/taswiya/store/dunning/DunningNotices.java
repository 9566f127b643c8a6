package org.taswiya.store.dunning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.dunning.DunningChannel;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// What was sent.
public final class DunningNotices {
    private DunningNotices() {}

    /// A step that was sent for an item.
    ///
    /// @param open of the item, then
    /// @param overdue on the account, then
    public record Notice(
            long run,
            LocalDate sentOn,
            String account,
            ItemKey item,
            String step,
            DunningChannel channel,
            String letter,
            Money fee,
            Money open,
            Money overdue) {}

    /// Those of an account or of all, of a day or of all: by day, account, and the order in which items were settled.
    public static List<Notice> list(Database database, @Nullable String account, @Nullable LocalDate on) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select n.run, r.run_on, n.account, n.kind, n.number, n.step, n.channel, n.letter, n.fee, n.open,
                               n.overdue
                        from dunning_notice n join dunning_run r on r.id = n.run
                        where (?::text is null or n.account = ?) and (?::date is null or r.run_on = ?)
                        order by r.run_on, n.account, n.kind, n.number, n.step""")) {
            query.setString(1, account);
            query.setString(2, account);
            query.setObject(3, on);
            query.setObject(4, on);
            return Rows.list(
                    query,
                    row -> new Notice(
                            row.getLong(1),
                            Rows.date(row, "run_on"),
                            row.getString(3),
                            new ItemKey(ItemKind.ofCode(row.getString(4)), row.getString(5)),
                            row.getString(6),
                            DunningChannel.ofCode(row.getString(7)).orElseThrow(),
                            row.getString(8),
                            Money.ofMinor(row.getLong(9)),
                            Money.ofMinor(row.getLong(10)),
                            Money.ofMinor(row.getLong(11))));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
