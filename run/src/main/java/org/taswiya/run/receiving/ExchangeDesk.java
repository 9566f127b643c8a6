package org.taswiya.run.receiving;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.source.SourceRow.ExchangeRow;
import org.taswiya.intake.source.SourceRow.NewMeter;
import org.taswiya.run.receiving.ExchangeBooking.Became;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.handset.ReportedExchange;
import org.taswiya.store.handset.ReportedExchanges;
import org.taswiya.store.handset.ReportedExchanges.Shown;
import org.taswiya.store.receiving.MetersThere;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.run.BooksChange.Outcome;
import org.taswiya.store.validation.Revalidation;
import org.taswiya.store.validation.Revalidation.Beside;

/// Exchanges that readers report, one by one, by the code that takes those of files. What the reader typed is booked as
/// it is or refused; beside what is judged of a file, what no person would book is refused too. What a row of a file
/// would come back for as doubtful, the person who books it is told.
public final class ExchangeDesk {
    private ExchangeDesk() {}

    /// How the new meter counts, which readers do not type.
    ///
    /// @param digits null for as many as the old one has
    /// @param decimals null for as many as the old one has
    public record NewDial(
            @Nullable Integer digits, @Nullable Integer decimals) {}

    /// What came of it.
    public sealed interface Answer {
        /// It is booked, or would be.
        ///
        /// @param old that ends
        /// @param installed that begins
        /// @param last what the old one showed when it was last read; null where it never was
        /// @param reopened agreements whose next bills settle anew what was billed
        /// @param doubts what is found about the values, by what an exchange of a file would come back for; empty for
        ///     nothing. Who books it has seen them
        record Booked(Meter old, Meter installed, @Nullable Shown last, int reopened, String doubts) implements Answer {
            /// Another word once anything of it is otherwise: what was shown before is what is booked.
            public String seen() {
                return HexFormat.of().toHexDigits(toString().hashCode());
            }
        }

        /// It is refused for good; nothing else was written.
        record Dismissed() implements Answer {}

        /// It cannot be; nothing was written.
        ///
        /// @param reason a code of rows that are rejected, or one of `not-waiting`, `same-meter`, `hangs-elsewhere`,
        ///     `reading-lower`, `later-reading`, `changed`
        /// @param found what was found, and what to do
        record Refused(String reason, String found) implements Answer {}
    }

    /// The meter that was at the usage point before the day of an exchange.
    ///
    /// @param last what it showed when it was last read; null where it never was
    public record Before(Meter meter, @Nullable Shown last) {}

    /// What the books have beside what the reader saw; empty where no meter was there.
    public static Optional<Before> before(Database database, ReportedExchange reported, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(reported.at(), zone);
        try (Connection connection = database.connect()) {
            Shown last = ReportedExchanges.before(connection, reported.usagePoint(), day)
                    .orElse(null);
            String point = reported.usagePoint();
            return MetersThere.of(connection, List.of(point), List.of()).at(point).stream()
                    .filter(meter -> meter.installedAt().isBefore(day))
                    .reduce((a, b) -> a.installedAt().isAfter(b.installedAt()) ? a : b)
                    .map(meter -> new Before(meter, last));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// What is found about the values that somebody says of an exchange of the books, as of one of a file; empty for
    /// nothing.
    ///
    /// @param on the day on which it is said
    public static String doubts(
            Database database, String usagePoint, MeterExchange exchange, ReadingChecks checks, LocalDate on) {
        try (Connection connection = database.connect()) {
            return ExchangeScreen.doubtsOfRecorded(connection, checks, on, usagePoint, exchange);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Books one, all of it in one transaction.
    ///
    /// @param zone whose days exchanges are of
    /// @param checks by which its values are judged, and readings judged anew beside it
    /// @param shown what was seen of a trial ([Answer.Booked#seen]); null for a trial, which is taken back
    public static Answer book(
            Database database,
            UUID entry,
            NewDial dial,
            ZoneId zone,
            ReadingChecks checks,
            Change why,
            @Nullable String shown) {
        return BooksChange.makeOrLeave(database, connection -> {
            Optional<ReportedExchange> reported = waiting(connection, entry);
            if (reported.isEmpty()) {
                return left(notWaiting());
            }
            LocalDate day = LocalDate.ofInstant(reported.get().at(), zone);
            Optional<Answer> refused = refused(connection, reported.get(), day);
            if (refused.isPresent()) {
                return left(refused.get());
            }
            Answer answer = booked(connection, reported.get(), day, dial, zone, checks, why);
            if (shown == null || !(answer instanceof Answer.Booked booked)) {
                return left(answer);
            }
            if (booked.seen().equals(shown)) {
                Map<String, LocalDate> first = Map.of(booked.old().usagePoint(), day);
                Revalidation.ofMeters(connection, first, checks, why.at(), Beside.EXCHANGES);
                return new Outcome<>(answer, true);
            }
            return left(new Answer.Refused("changed", "the books are otherwise than shown; look at it again"));
        });
    }

    private static Outcome<Answer> left(Answer answer) {
        return new Outcome<>(answer, false);
    }

    private static Answer notWaiting() {
        return new Answer.Refused("not-waiting", "somebody has decided it meanwhile; look at the list again");
    }

    private static Optional<ReportedExchange> waiting(Connection connection, UUID entry) throws SQLException {
        return ReportedExchanges.find(connection, entry).filter(reported -> reported.isBooked() == null);
    }

    private static Answer booked(
            Connection connection,
            ReportedExchange reported,
            LocalDate day,
            NewDial dial,
            ZoneId zone,
            ReadingChecks checks,
            Change why)
            throws SQLException {
        String point = reported.usagePoint();
        MetersThere there = MetersThere.of(connection, List.of(point), List.of());
        LocalDate today = LocalDate.ofInstant(why.at(), zone);
        ExchangeBooking booking = new ExchangeBooking(connection, today, there, List.of(point), null);
        ExchangeRow row = new ExchangeRow(
                point,
                new MeterExchange(day, reported.removed(), reported.installed()),
                null,
                new NewMeter(reported.serial(), dial.digits(), dial.decimals(), null, null));
        String doubts = ExchangeScreen.doubts(connection, checks, today, there, row);
        return switch (booking.take(row)) {
            case Became.Rejected(var wrong) -> new Answer.Refused(wrong.reason().code(), wrong.found());
            case Became.Unchanged _ -> new Answer.Refused("not-waiting", "the books have this exchange already");
            case Became.Added(var old, var installed) -> {
                if (old.serial().equals(installed.serial())) {
                    yield new Answer.Refused("same-meter", "meter " + old.serial() + " hangs there already");
                }
                long change = Changes.record(connection, why);
                booking.write(connection, change);
                ReportedExchanges.decide(connection, reported.entry(), true, change);
                Shown last = ReportedExchanges.before(connection, point, day)
                        .filter(shown -> !shown.at().isBefore(old.installedAt()))
                        .orElse(null);
                yield new Answer.Booked(old, installed, last, ReportedExchanges.reopened(connection, change), doubts);
            }
        };
    }

    /// What an import would take and no person should: a file may say more than a reader can.
    private static Optional<Answer> refused(Connection connection, ReportedExchange reported, LocalDate day)
            throws SQLException {
        String point = reported.usagePoint();
        Optional<String> elsewhere = ReportedExchanges.elsewhere(connection, reported.serial(), point, day);
        if (elsewhere.isPresent()) {
            return refused("hangs-elsewhere", "meter " + reported.serial() + " is at " + elsewhere.get());
        }
        Optional<Shown> last = ReportedExchanges.before(connection, point, day);
        if (last.isPresent()
                && isOfOld(connection, point, day, last.get())
                && isLower(reported.removed(), last.get())) {
            return refused("reading-lower", says(last.get()) + ", the old meter ended with " + reported.removed());
        }
        Optional<Shown> next = ReportedExchanges.after(connection, point, day);
        return next.isPresent() && isLower(next.get().value(), new Shown(day, reported.installed()))
                ? refused("later-reading", says(next.get()) + ", the new meter began with " + reported.installed())
                : Optional.empty();
    }

    /// Whether the meter that is taken away showed it: it may have come since.
    private static boolean isOfOld(Connection connection, String point, LocalDate day, Shown last) throws SQLException {
        return MetersThere.of(connection, List.of(point), List.of()).at(point).stream()
                .filter(meter -> meter.installedAt().isBefore(day))
                .noneMatch(meter -> meter.installedAt().isAfter(last.at()));
    }

    private static boolean isLower(Decimal value, Shown than) {
        return value.compareTo(than.value()) < 0;
    }

    private static String says(Shown shown) {
        return "the reading of " + shown.at() + " is " + shown.value();
    }

    private static Optional<Answer> refused(String reason, String found) {
        return Optional.of(new Answer.Refused(reason, found));
    }

    /// Writes down that it is not booked, and why.
    public static Answer dismiss(Database database, UUID entry, Change why) {
        return BooksChange.makeOrLeave(database, connection -> {
            if (waiting(connection, entry).isEmpty()) {
                return left(notWaiting());
            }
            ReportedExchanges.decide(connection, entry, false, Changes.record(connection, why));
            return new Outcome<>(new Answer.Dismissed(), true);
        });
    }
}
