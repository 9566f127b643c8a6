package org.taswiya.store.arrangement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.arrangement.ArrangementRequest;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.adjustment.AdjustmentBooks;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.ledger.NumberSeries;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.receivables.BooksTransaction;

/// What is left off for who pays all at once: offered, and booked when the rest has come in time.
///
/// Whether it came is found from the allocations to the offered items that later entries book, less what was taken
/// back. The rebate is an adjustment named by the offer and a number, so it is given once; when its payment was none it
/// is taken back with it, and can be earned anew.
public final class RebateOffers {
    private static final LedgerAccount REBATES = new LedgerAccount("expenses:early-payment");

    private RebateOffers() {}

    /// What became of an offer to pay at once.
    public sealed interface Answer {
        /// It is written down.
        record Offered(long number, ArrangementOffer.AtOnce atOnce) implements Answer {}

        /// Nothing is offered, and nothing was written.
        record NotOffered(ArrangementReason reason, String found) implements Answer {}
    }

    /// A rebate that was earned and is booked.
    public record Earned(long offer, String account, Money rebate) {}

    private record Stored(long number, String account, LocalDate until, Money rebate) {}

    /// Offers all at once, less the rebate of the rules.
    public static Answer offer(
            Database database,
            String account,
            ArrangementRules rules,
            WorkingDays days,
            @Nullable Integer months,
            LocalDate on,
            Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            long last = NumberSeries.ENTRY.lock(connection);
            ArrangementRequest request = ArrangementSituation.of(connection, account, rules, months, on, null)
                    .orElse(null);
            if (request == null) {
                return no(ArrangementReason.UNKNOWN_ACCOUNT, "there is no account " + account + "; check the number");
            }
            return switch (ArrangementOffer.to(request, days)) {
                case ArrangementOffer.NotOffered(var reason, var found) -> no(reason, found);
                case ArrangementOffer.Offered offered -> {
                    ArrangementOffer.AtOnce atOnce = offered.atOnce();
                    if (atOnce == null || atOnce.rebate().isZero()) {
                        yield no(ArrangementReason.NONE_FOR_CLASS, "the rules leave nothing off for paying at once");
                    }
                    long number = insert(connection, account, on, atOnce, last, offered.items(), change);
                    yield new BooksTransaction.Done<>(new Answer.Offered(number, atOnce), true);
                }
            };
        });
    }

    private static BooksTransaction.Done<Answer> no(ArrangementReason reason, String found) {
        return new BooksTransaction.Done<>(new Answer.NotOffered(reason, found), false);
    }

    private static long insert(
            Connection connection,
            String account,
            LocalDate on,
            ArrangementOffer.AtOnce atOnce,
            long last,
            List<OpenItem> items,
            long change)
            throws SQLException {
        long number;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into rebate_offer
                select coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? from rebate_offer returning id""")) {
            insert.setString(1, account);
            insert.setObject(2, on);
            insert.setObject(3, atOnce.until());
            insert.setLong(4, last);
            insert.setLong(5, atOnce.left().plus(atOnce.rebate()).minorUnits());
            insert.setLong(6, atOnce.rebate().minorUnits());
            insert.setLong(7, change);
            number = Rows.list(insert, row -> row.getLong(1)).getFirst();
        }
        ArrangementRows.insertItems(
                connection, "insert into rebate_offer_item values (?, ?, ?::item_kind, ?, ?)", number, items);
        return number;
    }

    /// Books every rebate that is earned and not booked yet, all in one transaction.
    public static List<Earned> book(Database database, LocalDate on, Change why) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            EntryRows entries = new EntryRows();
            entries.begin(connection);
            List<Earned> earned = new ArrayList<>();
            for (Stored offer : earned(connection, on)) {
                give(connection, entries, offer, on, change);
                earned.add(new Earned(offer.number(), offer.account(), offer.rebate()));
            }
            entries.send(connection);
            return new BooksTransaction.Done<>(earned, !earned.isEmpty());
        });
    }

    /// Those whose rest was settled in time. What was settled counts on the day on which it is booked,
    /// what was taken back whenever that was.
    private static List<Stored> earned(Connection connection, LocalDate on) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select o.id, o.account, o.until_day, o.rebate
                from rebate_offer o
                where o.offered_on <= ?
                    and not exists (
                        select from adjustment a
                        where a.account = o.account and a.reason = 'rebate'
                            and a.key like 'rebate/' || o.id || '/%'
                            and not exists (select from adjustment_reversal r where r.adjustment = a.id))
                    and o.owed - o.rebate <= (
                        select coalesce(sum(a.amount), 0)
                        from rebate_offer_item i
                        join allocation a on a.account = o.account and a.item_kind = i.kind and a.item = i.number
                        join journal_entry e on e.id = a.entry
                        where i.offer = o.id and a.entry > o.after_entry
                            and (a.amount < 0 or e.booked_on <= least(o.until_day, ?))
                            and not (a.credit_kind = 'adjustment' and a.credit in (
                                select adjustment_number(g.id) from adjustment g
                                where g.account = o.account and g.key like 'rebate/' || o.id || '/%')))
                order by o.id""")) {
            query.setObject(1, on);
            query.setObject(2, on);
            return Rows.list(
                    query,
                    row -> new Stored(
                            row.getLong(1),
                            row.getString(2),
                            Rows.date(row, "until_day"),
                            Money.ofMinor(row.getLong(4))));
        }
    }

    /// On what is still open of the offered items, in their order; what is left of it is the account's credit.
    private static void give(Connection connection, EntryRows entries, Stored offer, LocalDate on, long change)
            throws SQLException {
        AccountItems items = Objects.requireNonNull(
                AccountRows.of(connection, List.of(offer.account())).get(offer.account()));
        Money left = offer.rebate();
        int ordinal = givenBefore(connection, offer);
        for (ItemKey key : items(connection, offer.number())) {
            Money open = items.item(key).map(OpenItem::open).orElse(Money.ZERO);
            Money part = open.compareTo(left) < 0 ? open : left;
            if (part.signum() > 0) {
                give(connection, entries, offer, ++ordinal, key, part, on, change);
                left = left.minus(part);
            }
        }
        if (left.signum() > 0) {
            give(connection, entries, offer, ++ordinal, null, left, on, change);
        }
    }

    private static void give(
            Connection connection,
            EntryRows entries,
            Stored offer,
            int ordinal,
            @Nullable ItemKey item,
            Money part,
            LocalDate on,
            long change)
            throws SQLException {
        Adjustment rebate = new Adjustment(
                offer.account(),
                "rebate/" + offer.number() + "/" + ordinal,
                item,
                part.negated(),
                AdjustmentReason.REBATE,
                "offer " + offer.number() + ", paid by " + offer.until());
        AdjustmentBooks.give(connection, entries, rebate, REBATES, on, 0, change);
    }

    /// How many adjustments the offer has given that were taken back since.
    private static int givenBefore(Connection connection, Stored offer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select count(*) from adjustment
                where account = ? and reason = 'rebate' and key like 'rebate/' || ? || '/%'""")) {
            query.setString(1, offer.account());
            query.setLong(2, offer.number());
            return Rows.list(query, row -> row.getInt(1)).getFirst();
        }
    }

    private static List<ItemKey> items(Connection connection, long offer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select kind, number from rebate_offer_item where offer = ? order by ordinal")) {
            query.setLong(1, offer);
            return Rows.list(query, row -> new ItemKey(ItemKind.ofCode(row.getString(1)), row.getString(2)));
        }
    }
}
