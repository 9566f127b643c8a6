package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.IndexValue;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.desk.PriceBookAnswer.Done;
import org.taswiya.run.desk.PriceBookAnswer.Refused;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
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
    private static final Set<PriceBookState> WAITING = Set.of(PriceBookState.PROPOSED, PriceBookState.APPROVED);

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

    /// Proposes a content that follows the last that is approved, or the book in use where none waits.
    public PriceBookAnswer propose(String file, String content, boolean isPlaceholderSaid, Change why, Beside beside) {
        return propose(new Written(file, content, isPlaceholderSaid, null), why, beside);
    }

    /// A content that is to be proposed.
    ///
    /// @param file how findings call it
    /// @param isPlaceholderSaid whether figures that are placeholders are meant to be
    /// @param after the number of a book that waits, which it follows; null for the last that is approved, or the one
    ///     in use where none is
    public record Written(
            String file,
            String content,
            boolean isPlaceholderSaid,
            @Nullable Long after) {}

    /// Proposes one.
    public PriceBookAnswer propose(Written written, Change why, Beside beside) {
        return switch (GoodBook.of(
                written.file(), written.content(), books.library().calendars(), written.isPlaceholderSaid())) {
            case GoodBook.Bad(Refused refused) -> refused;
            case GoodBook.Good(TariffBook book, String whole) -> propose(book, whole, written.after(), why, beside);
        };
    }

    private PriceBookAnswer propose(TariffBook book, String content, @Nullable Long after, Change why, Beside beside) {
        Tariff tariff = book.tariff();
        return inBooks(why, (connection, change) -> {
            TariffLibrary library = books.in(connection);
            BookFit fit = new BookFit(connection, library);
            Optional<TariffBook> inUse = library.book(tariff.id());
            Optional<PriceBookLine> line = fit.line(tariff.id());
            if (inUse.isEmpty() || line.isEmpty()) {
                return refuse(PriceBookReason.NO_SUCH_TARIFF, tariff.id());
            }
            Optional<KeptBook> followed = line.get().last();
            if (after != null) {
                followed = PriceBooks.of(connection, after)
                        .filter(kept -> kept.tariff().equals(tariff.id()));
                Optional<Refused> unknown = in(followed, after, WAITING);
                if (unknown.isPresent()) {
                    return unknown.get();
                }
            }
            String replaces = followed.map(KeptBook::digest).orElse(line.get().inUse());
            Proposed proposed = new Proposed(tariff.id(), content, BookFit.digest(content), replaces);
            Optional<KeptBook> same = waiting(connection, proposed);
            if (same.isPresent()) {
                return refuse(
                        PriceBookReason.ALREADY_PROPOSED,
                        Long.toString(same.get().number()),
                        same.get().author());
            }
            Optional<Refused> refused =
                    fit.inPlaceOf(followed.map(BookFit::book).orElseGet(inUse::get), book, content);
            if (refused.isPresent()) {
                return refused.get();
            }
            long number = PriceBooks.add(connection, proposed, change);
            beside.write(connection, number);
            return done(connection, number);
        });
    }

    /// The one of the same text about which nobody has decided, or whose day has not come.
    private static Optional<KeptBook> waiting(Connection connection, Proposed proposed) throws SQLException {
        return PriceBooks.ofTariff(connection, proposed.tariff()).stream()
                .filter(kept -> WAITING.contains(kept.state()))
                .filter(kept -> kept.digest().equals(proposed.digest()))
                .findFirst();
    }

    /// Why a book that waits cannot come into use on its day, as things stand; empty where it can, or does not wait.
    public Optional<Refused> unfit(KeptBook book) {
        if (!WAITING.contains(book.state())) {
            return Optional.empty();
        }
        try (Connection connection = database.connect()) {
            return new BookFit(connection, books.in(connection)).unfit(book);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The values of indexes that a book which waits brings for months that are billed without them, at the last known.
    public List<IndexValue> laterValues(KeptBook book) {
        if (!WAITING.contains(book.state())) {
            return List.of();
        }
        try (Connection connection = database.connect()) {
            return new BookFit(connection, books.in(connection)).laterValues(book);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
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
            BookFit fit = new BookFit(connection, books.in(connection));
            refused = fit.unfit(found.get());
            if (refused.isPresent()) {
                return refused.get();
            }
            Optional<KeptBook> first = fit.lineBefore(found.get()).flatMap(PriceBookLine::last);
            if (first.isPresent() && day.isBefore(first.get().scheduledFor().orElseThrow())) {
                return refuse(
                        PriceBookReason.BEFORE_ANOTHER,
                        day.toString(),
                        Long.toString(first.get().number()),
                        first.get().scheduledFor().orElseThrow().toString());
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
        return end(number, WAITING, Kind.WITHDRAWN, why, beside);
    }

    private PriceBookAnswer end(long number, Set<PriceBookState> from, Kind kind, Change why, Beside beside) {
        return inBooks(why, (connection, change) -> {
            Optional<KeptBook> found = PriceBooks.of(connection, number);
            Optional<Refused> refused = in(found, number, from);
            if (refused.isPresent()) {
                return refused.get();
            }
            KeptBook book = found.orElseThrow();
            Optional<KeptBook> next = new BookFit(connection, books.in(connection))
                    .line(book.tariff())
                    .flatMap(line -> line.after(book));
            if (next.isPresent()) {
                return refuse(PriceBookReason.FOLLOWED, Long.toString(next.get().number()));
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

    /// A book whose day has come, and what came of it.
    public record Due(KeptBook book, PriceBookAnswer answer) {}

    /// All whose day has come, in the order of their days and numbers: one that follows another has neither before it.
    public List<Due> publishDue(LocalDate today, Change why) {
        List<Due> answers = new ArrayList<>();
        for (KeptBook book : PriceBookLine.approved(PriceBooks.all(database))) {
            if (!book.scheduledFor().orElseThrow().isAfter(today)) {
                answers.add(new Due(book, publish(book.number(), today, why, Beside.NOTHING)));
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
        BookFit fit = new BookFit(connection, library);
        refused = fit.unfit(book);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<KeptBook> first = fit.lineBefore(book).flatMap(PriceBookLine::last);
        if (first.isPresent()) {
            return BookFit.anotherFirst(first.get()).orElseThrow();
        }
        if (!PriceBooks.inUse(connection).containsKey(book.tariff())) {
            keepFound(connection, book.tariff(), library.content(book.tariff()).orElseThrow(), change);
        }
        PriceBooks.addStep(connection, number, Kind.PUBLISHED, today, change);
        return done(connection, number);
    }

    /// What was in use before anything was published: bills were made by it, and may have to be made again.
    private static void keepFound(Connection connection, String tariff, String content, long change)
            throws SQLException {
        String digest = BookFit.digest(content);
        boolean isKept = PriceBooks.ofTariff(connection, tariff).stream()
                .anyMatch(kept ->
                        kept.step(Kind.FOUND).isPresent() && kept.digest().equals(digest));
        if (!isKept) {
            long found = PriceBooks.add(connection, new Proposed(tariff, content, digest, null), change);
            PriceBooks.addStep(connection, found, Kind.FOUND, null, change);
        }
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
}
