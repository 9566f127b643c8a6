package org.taswiya.store.adjustment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.adjustment.AdjustmentAnswer.Refused;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.receivables.BooksTransaction;

/// What people do with adjustments.
public final class Adjustments {
    private Adjustments() {}

    /// A day of the books, and today, after which it cannot be.
    public record Days(LocalDate on, LocalDate today) {}

    /// Asks for one. What its author decides alone is booked at once; the rest waits for somebody else. The same key
    /// again is answered with what was done the first time.
    public static AdjustmentAnswer ask(
            Database database, AdjustmentRules rules, Adjustment adjustment, Days days, Change why) {
        return make(database, why, (connection, change) -> ask(connection, rules, adjustment, days, why, change));
    }

    /// The same in a transaction of the caller's.
    ///
    /// @param change written down already
    public static AdjustmentAnswer ask(
            Connection connection, AdjustmentRules rules, Adjustment adjustment, Days days, Change why, long change)
            throws SQLException {
        String key = adjustment.key();
        StoredAdjustment earlier =
                key == null ? null : AdjustmentRows.byKey(connection, key).orElse(null);
        if (earlier != null) {
            return earlier.adjustment().equals(adjustment)
                    ? new AdjustmentAnswer.Done(earlier, false)
                    : new Refused(
                            AdjustmentRefusal.KEY_OF_ANOTHER,
                            "'" + key + "' stands for " + earlier.number() + " of "
                                    + earlier.adjustment().amount() + "; take another name");
        }
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        Optional<Refused> refused = AdjustmentGuards.refusal(connection, rules, adjustment, days.on(), days.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean needsSecond = rules.needsSecond(
                why.author(),
                adjustment,
                AdjustmentRows.aloneSince(connection, adjustment.account(), rules, why.at()),
                AdjustmentGuards.left(connection, adjustment));
        long id = AdjustmentRows.insert(connection, adjustment, days.on(), needsSecond, change);
        if (!needsSecond) {
            book(connection, entries, rules, id, adjustment, days.on(), change);
        }
        return new AdjustmentAnswer.Done(AdjustmentRows.byId(connection, id).orElseThrow(), true);
    }

    private static void book(
            Connection connection,
            EntryRows entries,
            AdjustmentRules rules,
            long id,
            Adjustment adjustment,
            LocalDate on,
            long change)
            throws SQLException {
        LedgerAccount against =
                Objects.requireNonNull(rules.reasons().get(adjustment.reason())).against();
        AdjustmentBooks.book(connection, entries, id, adjustment, against, on, rules.dueDays(), change);
        entries.send(connection);
    }

    /// Approves one that waits; never by who has asked for it.
    public static AdjustmentAnswer approve(Database database, AdjustmentRules rules, long id, Days days, Change why) {
        return make(database, why, (connection, change) -> approve(connection, rules, id, days, why, change));
    }

    /// The same in a transaction of the caller's.
    ///
    /// @param change written down already
    public static AdjustmentAnswer approve(
            Connection connection, AdjustmentRules rules, long id, Days days, Change why, long change)
            throws SQLException {
        EntryRows entries = new EntryRows();
        entries.begin(connection);
        StoredAdjustment stored = AdjustmentRows.byId(connection, id).orElse(null);
        Optional<Refused> refused = waiting(stored, id, days);
        if (stored == null || refused.isPresent()) {
            return refused.orElseThrow();
        }
        if (why.isBy(stored.author())) {
            return new Refused(
                    AdjustmentRefusal.SAME_PERSON,
                    stored.author() + " has asked for " + stored.adjustment().amount()
                            + ", which is not theirs to decide alone; somebody else approves it");
        }
        refused = AdjustmentGuards.refusal(connection, rules, stored.adjustment(), days.on(), days.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        book(connection, entries, rules, id, stored.adjustment(), days.on(), change);
        return done(connection, id);
    }

    /// Refuses one that waits; also who has asked for it may.
    public static AdjustmentAnswer refuse(Database database, long id, Days days, Change why) {
        return make(database, why, (connection, change) -> refuse(connection, id, days, change));
    }

    /// The same in a transaction of the caller's.
    ///
    /// @param change written down already
    public static AdjustmentAnswer refuse(Connection connection, long id, Days days, long change) throws SQLException {
        Optional<Refused> refused = waiting(AdjustmentRows.byId(connection, id).orElse(null), id, days);
        if (refused.isPresent()) {
            return refused.get();
        }
        AdjustmentRows.decide(connection, id, days.on(), null, 0, change);
        return done(connection, id);
    }

    /// Those that wait for somebody else than who asked, the first ones first.
    public static List<StoredAdjustment> waiting(Database database, int most) {
        try (Connection connection = database.connect()) {
            return AdjustmentRows.waiting(connection, most);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Takes one back by an entry that mirrors it.
    public static AdjustmentAnswer reverse(Database database, long id, Days days, Change why) {
        return make(database, why, (connection, change) -> {
            EntryRows entries = new EntryRows();
            entries.begin(connection);
            StoredAdjustment stored = AdjustmentRows.byId(connection, id).orElse(null);
            if (stored == null) {
                return unknown(id);
            }
            if (stored.state() != StoredAdjustment.State.BOOKED) {
                return new Refused(
                        AdjustmentRefusal.NOT_IN_FORCE,
                        stored.number() + " is " + stored.state().code() + "; only what is booked is reversed");
            }
            LocalDate booked = Objects.requireNonNull(stored.decision()).on();
            if (days.on().isBefore(booked) || days.on().isAfter(days.today())) {
                return wrongDay(stored, booked, days);
            }
            AdjustmentBooks.reverse(connection, entries, stored, days.on(), why.reason(), change);
            entries.send(connection);
            return done(connection, id);
        });
    }

    private static Optional<Refused> waiting(@Nullable StoredAdjustment stored, long id, Days days) {
        if (stored == null) {
            return Optional.of(unknown(id));
        }
        if (stored.state() != StoredAdjustment.State.ASKED) {
            return AdjustmentGuards.refused(
                    AdjustmentRefusal.ALREADY_DECIDED,
                    stored.number() + " is " + stored.state().code() + " already");
        }
        return days.on().isBefore(stored.askedOn()) || days.on().isAfter(days.today())
                ? Optional.of(wrongDay(stored, stored.askedOn(), days))
                : Optional.empty();
    }

    private static Refused unknown(long id) {
        return new Refused(AdjustmentRefusal.UNKNOWN_NUMBER, "there is no adjustment " + StoredAdjustment.numberOf(id));
    }

    private static Refused wrongDay(StoredAdjustment stored, LocalDate from, Days days) {
        return new Refused(
                AdjustmentRefusal.WRONG_DAY,
                stored.number() + " is of " + from + " and today is " + days.today() + "; " + days.on()
                        + " is not between them");
    }

    /// The sizes of what was decided alone on an account in the last days, which count towards everybody's limit.
    public static Money alone(Database database, String account, AdjustmentRules rules, Instant now) {
        try (Connection connection = database.connect()) {
            return AdjustmentRows.aloneSince(connection, account, rules, now);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Those of an account, or of all accounts, in the order in which they were asked for.
    public static List<StoredAdjustment> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            return AdjustmentRows.list(connection, account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// One by its number.
    public static Optional<StoredAdjustment> of(Database database, long id) {
        try (Connection connection = database.connect()) {
            return AdjustmentRows.byId(connection, id);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private interface Work {
        AdjustmentAnswer on(Connection connection, long change) throws SQLException;
    }

    private static AdjustmentAnswer make(Database database, Change why, Work work) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            AdjustmentAnswer answer = work.on(connection, change);
            return new BooksTransaction.Done<>(answer, answer instanceof AdjustmentAnswer.Done done && done.isNew());
        });
    }

    private static AdjustmentAnswer done(Connection connection, long id) throws SQLException {
        return new AdjustmentAnswer.Done(AdjustmentRows.byId(connection, id).orElseThrow(), true);
    }
}
