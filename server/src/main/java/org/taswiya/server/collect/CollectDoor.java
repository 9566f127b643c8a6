package org.taswiya.server.collect;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.core.collector.Known;
import org.taswiya.core.collector.Right;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.collector.CollectorSecret;
import org.taswiya.store.collector.GivenAnswer;
import org.taswiya.store.collector.Inquiries;
import org.taswiya.store.collector.ToldMessage;

/// What collectors ask, and what they are told. Many threads may ask at once.
public final class CollectDoor implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CollectDoor.class.getName());
    private static final int WAIT_SECONDS = 30;

    private final Readers readers;
    private final Askers askers;
    private final MessageWriter writer;
    private final Clock clock;
    private final Function<BillNumber, Optional<String>> copies;

    /// A copy is a bill made again: one at a time, so that payments have the machine.
    private final Semaphore copying = new Semaphore(1);

    /// @param collectors of the utility, by name
    /// @param copies the document of a bill; empty where it cannot be given
    /// @param clock of the utility: its zone says which day it is
    public CollectDoor(
            Database database,
            String utility,
            Map<String, Collector> collectors,
            CollectorSecret secret,
            Function<BillNumber, Optional<String>> copies,
            Clock clock) {
        this.copies = copies;
        this.clock = clock;
        readers = new Readers(database);
        askers = new Askers(Map.copyOf(collectors), secret, readers, clock);
        writer = new MessageWriter(database, utility, clock);
    }

    /// Never throws for what comes from outside.
    public Told ask(Asked asked) {
        try {
            if (asked.body().length > Asked.BODY_MOST) {
                throw new TurnedAway(DoorReason.TOO_LARGE, "more than " + Asked.BODY_MOST + " bytes came");
            }
            return told(askers.of(asked), asked);
        } catch (TurnedAway away) {
            return away.told();
        } catch (SQLException | DatabaseException e) {
            LOG.log(Level.WARNING, "the books cannot be asked", e);
            return Told.of(DoorReason.FAILED, "the books cannot be asked now; send the same message again");
        }
    }

    private Told told(Collector collector, Asked asked) throws SQLException {
        List<String> path = asked.path();
        if (path.size() < 4 || !path.get(0).equals("collect") || !path.get(1).equals("v1")) {
            throw unknownPath();
        }
        String which = path.get(3);
        return switch (path.get(2)) {
            case "accounts" -> owed(collector, asked, path, which);
            case "bills" -> ofBill(collector, asked, path, which);
            case "transactions" ->
                path.size() == 4 ? transaction(collector, asked, which) : message(collector, asked, path, which);
            default -> throw unknownPath();
        };
    }

    private Told owed(Collector collector, Asked asked, List<String> path, String account) throws SQLException {
        requirePath(asked, "GET", path.size() == 5 && path.get(4).equals("bills"));
        require(collector, Right.INQUIRE);
        return Told.of(200, AnswerJson.owed(items(account), null));
    }

    private Told ofBill(Collector collector, Asked asked, List<String> path, String number) throws SQLException {
        boolean isCopy = path.size() == 5 && path.get(4).equals("copy");
        requirePath(asked, "GET", isCopy || path.size() == 4);
        require(collector, isCopy ? Right.COPY : Right.INQUIRE);
        BillNumber bill = BillNumber.parse(number).orElseThrow(() -> unknownBill(number));
        String account =
                readers.ask(connection -> Inquiries.accountOf(connection, bill)).orElseThrow(() -> unknownBill(number));
        return isCopy ? copy(bill) : Told.of(200, AnswerJson.owed(items(account), ItemKey.bill(number)));
    }

    private Told copy(BillNumber bill) {
        copying.acquireUninterruptibly();
        try {
            return Told.of(
                    200,
                    copies.apply(bill)
                            .orElseThrow(() -> new TurnedAway(
                                    DoorReason.NO_COPY, "of bill " + bill + " no copy can be given; ask the utility")));
        } finally {
            copying.release();
        }
    }

    private AccountItems items(String account) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return readers.ask(connection -> Inquiries.owed(connection, account, today))
                .orElseThrow(() -> new TurnedAway(
                        DoorReason.UNKNOWN_ACCOUNT, "there is no account " + account + "; check the reference"));
    }

    private Told transaction(Collector collector, Asked asked, String number) throws SQLException {
        requirePath(asked, "GET", true);
        Known known = readers.ask(
                        connection -> Inquiries.transaction(connection, collector.name(), MessageJson.number(number)))
                .orElseThrow(() ->
                        new TurnedAway(DoorReason.UNKNOWN_TRANSACTION, "nothing has come of transaction " + number));
        return Told.of(200, AnswerJson.transaction(known, known.stateAt(clock.instant())));
    }

    private Told message(Collector collector, Asked asked, List<String> path, String number) {
        requirePath(asked, "POST", path.size() == 5);
        CollectorMessage message = MessageJson.message(collector, number, path.get(4), asked.body())
                .orElseThrow(CollectDoor::unknownPath);
        @Nullable CompletableFuture<GivenAnswer> answer = writer.tell(new ToldMessage(collector, message));
        if (answer == null) {
            throw new TurnedAway(DoorReason.BUSY, "too many messages wait; nothing was done, send it again");
        }
        try {
            GivenAnswer given = answer.get(WAIT_SECONDS, TimeUnit.SECONDS);
            return Told.of(given.status(), given.text());
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "transaction " + number + " of " + collector.name() + " has no answer", e);
            throw unknownEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknownEnd();
        }
    }

    private static void requirePath(Asked asked, String method, boolean isThere) {
        if (!isThere) {
            throw unknownPath();
        }
        if (!asked.method().equals(method)) {
            throw new TurnedAway(DoorReason.WRONG_METHOD, "found " + asked.method() + ", expected " + method);
        }
    }

    private static void require(Collector collector, Right right) {
        if (!collector.may(right)) {
            throw new TurnedAway(DoorReason.NO_RIGHT, "the right '" + right.code() + "' is not given");
        }
    }

    private static TurnedAway unknownBill(String number) {
        return new TurnedAway(DoorReason.UNKNOWN_BILL, "there is no bill " + number + "; check digits and letters");
    }

    private static TurnedAway unknownPath() {
        return new TurnedAway(DoorReason.UNKNOWN_PATH, "nothing is served here; docs/collectors.md names all paths");
    }

    private static TurnedAway unknownEnd() {
        return new TurnedAway(DoorReason.FAILED, "whether it was done is not known; send the same message again");
    }

    /// Answers what has come already, and ends.
    @Override
    public void close() {
        writer.close();
        try {
            readers.close();
        } catch (SQLException e) {
            LOG.log(Level.FINE, "a connection did not close", e);
        }
    }
}
