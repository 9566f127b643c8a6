package org.taswiya.run.desk;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.desk.PriceBookAnswer.Done;
import org.taswiya.run.desk.PriceBookAnswer.Refused;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.pricebook.BilledDays;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBookState;
import org.taswiya.store.pricebook.PriceBookStep.Kind;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.pricebook.PriceBooks.Proposed;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.run.BooksChange.Outcome;

/// What people do with price books: one proposes, another approves for a day, and on that day it is published. Each in
/// one transaction; what is published waits for a run at work to end, and changes no day that is billed.
public final class PriceBookDesk {
    private final Database database;
    private final BooksInForce books;

    /// What else is written in the transaction, such as a row of the trail.
    public interface Beside {
        /// Nothing.
        Beside NOTHING = (_, _) -> {};

        void write(Connection connection, long book) throws SQLException;
    }

    /// @param library whose books are in use where the home has published none
    public PriceBookDesk(Database database, TariffLibrary library) {
        this.database = database;
        this.books = new BooksInForce(database, library);
    }

    /// Proposes a content.
    ///
    /// @param file how findings call it
    /// @param isPlaceholderSaid whether figures that are placeholders are meant to be
    public PriceBookAnswer propose(String file, String content, boolean isPlaceholderSaid, Change why, Beside beside) {
        return switch (GoodBook.of(file, content, books.library().calendars(), isPlaceholderSaid)) {
            case GoodBook.Bad(Refused refused) -> refused;
            case GoodBook.Good(TariffBook book, String whole) -> propose(book.tariff(), whole, why, beside);
        };
    }

    private PriceBookAnswer propose(Tariff tariff, String content, Change why, Beside beside) {
        return inBooks(why, (connection, change) -> {
            TariffLibrary library = books.in(connection);
            Optional<Tariff> inUse = library.tariff(tariff.id());
            Optional<String> replaces = library.content(tariff.id());
            if (inUse.isEmpty() || replaces.isEmpty()) {
                return refuse(PriceBookReason.NO_SUCH_TARIFF, tariff.id());
            }
            Optional<Refused> refused = refused(connection, inUse.get(), tariff);
            if (refused.isPresent()) {
                return refused.get();
            }
            Proposed proposed = new Proposed(tariff.id(), content, digest(content), digest(replaces.get()));
            Optional<KeptBook> same = waiting(connection, proposed);
            if (same.isPresent()) {
                return refuse(
                        PriceBookReason.ALREADY_PROPOSED,
                        Long.toString(same.get().number()),
                        same.get().author());
            }
            long number = PriceBooks.add(connection, proposed, change);
            beside.write(connection, number);
            return done(connection, number);
        });
    }

    /// The one of the same text about which nobody has decided, or whose day has not come.
    private static Optional<KeptBook> waiting(Connection connection, Proposed proposed) throws SQLException {
        return PriceBooks.ofTariff(connection, proposed.tariff()).stream()
                .filter(kept -> kept.state() == PriceBookState.PROPOSED || kept.state() == PriceBookState.APPROVED)
                .filter(kept -> kept.digest().equals(proposed.digest()))
                .findFirst();
    }

    /// Why a book may not take the place of another.
    private static Optional<Refused> refused(Connection connection, Tariff before, Tariff renewed) throws SQLException {
        if (!renewed.canStandInFor(before)) {
            return no(PriceBookReason.OTHER_SERVICE, renewed.inWords(), before.inWords());
        }
        Optional<FirstChange> first = FirstChange.of(before, renewed);
        if (first.isEmpty()) {
            return before.dueDays() == renewed.dueDays()
                    ? no(PriceBookReason.NOTHING_CHANGES, renewed.id())
                    : Optional.empty();
        }
        LocalDate day = first.get().day();
        return BilledDays.to(connection, renewed.id())
                .filter(day::isBefore)
                .map(billed -> new Refused(
                        PriceBookReason.DAYS_BILLED,
                        List.of(day.toString(), first.get().where(), billed.toString())));
    }

    /// A second person lets it through, for a day.
    public PriceBookAnswer approve(long number, LocalDate day, LocalDate today, Change why, Beside beside) {
        return inBooks(why, (connection, change) -> {
            Optional<KeptBook> found = PriceBooks.of(connection, number);
            Optional<Refused> refused = in(found, number, Set.of(PriceBookState.PROPOSED));
            if (refused.isPresent()) {
                return refused.get();
            }
            if (Change.isSamePerson(found.orElseThrow().author(), why.author())) {
                return refuse(PriceBookReason.SAME_PERSON, why.author());
            }
            if (day.isBefore(today)) {
                return refuse(PriceBookReason.DAY_PAST, day.toString(), today.toString());
            }
            PriceBooks.addStep(connection, number, Kind.APPROVED, day, change);
            beside.write(connection, number);
            return done(connection, number);
        });
    }

    /// It does not come to be.
    public PriceBookAnswer refuse(long number, Change why, Beside beside) {
        return end(number, Set.of(PriceBookState.PROPOSED), Kind.REFUSED, why, beside);
    }

    /// The same after it was approved, before it is published; also by who proposed it.
    public PriceBookAnswer withdraw(long number, Change why, Beside beside) {
        return end(number, Set.of(PriceBookState.PROPOSED, PriceBookState.APPROVED), Kind.WITHDRAWN, why, beside);
    }

    private PriceBookAnswer end(long number, Set<PriceBookState> from, Kind kind, Change why, Beside beside) {
        return inBooks(why, (connection, change) -> {
            Optional<Refused> refused = in(PriceBooks.of(connection, number), number, from);
            if (refused.isPresent()) {
                return refused.get();
            }
            PriceBooks.addStep(connection, number, kind, null, change);
            beside.write(connection, number);
            return done(connection, number);
        });
    }

    /// New bills are made by it from now on.
    ///
    /// @throws org.taswiya.store.DatabaseException when a billing run is at work
    public PriceBookAnswer publish(long number, LocalDate today, Change why, Beside beside) {
        PriceBookAnswer answer = BooksChange.makeOrLeave(database, connection -> {
            long change = Changes.record(connection, why);
            PriceBooks.lock(connection);
            PriceBookAnswer published = publish(connection, number, today, change);
            if (published instanceof Done) {
                beside.write(connection, number);
            }
            return new Outcome<>(published, published instanceof Done);
        });
        books.now();
        return answer;
    }

    /// All whose day has come, the first that was proposed first.
    public List<PriceBookAnswer> publishDue(LocalDate today, Change why) {
        List<PriceBookAnswer> answers = new ArrayList<>();
        for (KeptBook book : PriceBooks.all(database)) {
            if (book.state() == PriceBookState.APPROVED
                    && !book.scheduledFor().orElseThrow().isAfter(today)) {
                answers.add(publish(book.number(), today, why, Beside.NOTHING));
            }
        }
        return answers;
    }

    private PriceBookAnswer publish(Connection connection, long number, LocalDate today, long change)
            throws SQLException {
        Optional<KeptBook> found = PriceBooks.of(connection, number);
        Optional<Refused> refused = in(found, number, Set.of(PriceBookState.APPROVED));
        if (refused.isPresent()) {
            return refused.get();
        }
        KeptBook book = found.orElseThrow();
        LocalDate day = book.scheduledFor().orElseThrow();
        if (day.isAfter(today)) {
            return refuse(PriceBookReason.TOO_EARLY, day.toString(), today.toString());
        }
        TariffLibrary library = books.in(connection);
        Optional<String> inUse = library.content(book.tariff());
        Optional<Tariff> before = library.tariff(book.tariff());
        if (inUse.isEmpty() || before.isEmpty() || !digest(inUse.get()).equals(book.inUse())) {
            return refuse(PriceBookReason.IN_USE_CHANGED, book.tariff());
        }
        refused = refused(connection, before.get(), tariff(book));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!PriceBooks.inUse(connection).containsKey(book.tariff())) {
            keepFound(connection, book.tariff(), inUse.get(), change);
        }
        PriceBooks.addStep(connection, number, Kind.PUBLISHED, today, change);
        return done(connection, number);
    }

    /// What was in use before anything was published: bills were made by it, and may have to be made again.
    private static void keepFound(Connection connection, String tariff, String content, long change)
            throws SQLException {
        String digest = digest(content);
        boolean isKept = PriceBooks.ofTariff(connection, tariff).stream()
                .anyMatch(kept ->
                        kept.step(Kind.FOUND).isPresent() && kept.digest().equals(digest));
        if (!isKept) {
            long found = PriceBooks.add(connection, new Proposed(tariff, content, digest, null), change);
            PriceBooks.addStep(connection, found, Kind.FOUND, null, change);
        }
    }

    private static Tariff tariff(KeptBook book) {
        if (TariffBookParser.parse(book.place(), book.content()) instanceof TariffBook good) {
            return good.tariff();
        }
        throw new IllegalStateException(book.place() + " was a good book when it was proposed, and is none now");
    }

    private interface Work {
        PriceBookAnswer on(Connection connection, long change) throws SQLException;
    }

    private PriceBookAnswer inBooks(Change why, Work work) {
        return BooksTransaction.make(database, why, false, (connection, change) -> {
            PriceBooks.lock(connection);
            PriceBookAnswer answer = work.on(connection, change);
            return new BooksTransaction.Done<>(answer, answer instanceof Done);
        });
    }

    private static PriceBookAnswer done(Connection connection, long number) throws SQLException {
        return new Done(PriceBooks.of(connection, number).orElseThrow());
    }

    /// Why it is not in one of these states; empty where it is.
    private static Optional<Refused> in(Optional<KeptBook> found, long number, Set<PriceBookState> states) {
        if (found.isEmpty()) {
            return no(PriceBookReason.UNKNOWN, Long.toString(number));
        }
        PriceBookState state = found.get().state();
        return states.contains(state)
                ? Optional.empty()
                : no(PriceBookReason.OTHER_STATE, Long.toString(number), state.code());
    }

    private static Optional<Refused> no(PriceBookReason reason, String... values) {
        return Optional.of(refuse(reason, values));
    }

    private static Refused refuse(PriceBookReason reason, String... values) {
        return new Refused(reason, List.of(values));
    }

    private static String digest(String content) {
        return DocumentSeal.digest(content.getBytes(StandardCharsets.UTF_8));
    }
}
