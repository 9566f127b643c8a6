package org.taswiya.store.handset;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Visit;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ReceivedVisits;
import org.taswiya.store.receiving.ReceivedVisits.PointMoment;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.OwnReading.Answer;
import org.taswiya.store.validation.ReadersReadings;

/// Takes what readers typed into the books: the entry, the visit and the reading in one transaction, each entry once.
public final class RoundEntries {
    private RoundEntries() {}

    /// How the clocks stood when something was sent.
    ///
    /// @param sent by the handset's
    /// @param received by ours
    /// @param zone whose days readings are of
    public record Clocks(Instant sent, Instant received, ZoneId zone) {}

    /// @return the same answer for the same entry
    /// @throws org.taswiya.store.DatabaseException when a billing run is at work for long
    public static EntryAnswer take(
            Database database, Handset handset, RoundEntry entry, Clocks clocks, ReadingChecks checks) {
        return BooksChange.make(database, false, connection -> {
            Optional<EntryAnswer> before = EntryRows.known(connection, handset, entry);
            if (before.isPresent()) {
                return before.get();
            }
            if (!RoundAssignments.isOf(connection, handset.reader(), entry.round(), entry.usagePoint())) {
                return new EntryAnswer.NotOfRound();
            }
            return new Taking(connection, handset, entry, clocks, checks).take();
        });
    }

    private record Taking(
            Connection connection, Handset handset, RoundEntry entry, Clocks clocks, ReadingChecks checks) {

        EntryAnswer take() throws SQLException {
            Instant since = EntryRows.since(connection, handset, entry.round());
            EntryMoment moment = EntryMoment.of(entry.saidAt(), clocks.sent(), clocks.received(), since);
            if (!handset.isOpen()) {
                return keep(moment, EntryOutcome.SET_ASIDE, null);
            }
            long change = Changes.record(
                    connection, new Change(clocks.received(), handset.reader(), "round " + entry.round()));
            visit(moment.at(), change);
            return keep(moment, outcome(moment.at(), change), change);
        }

        private EntryAnswer keep(EntryMoment moment, EntryOutcome outcome, @Nullable Long change) throws SQLException {
            EntryRows.insert(connection, handset, entry, clocks, moment.at(), outcome, change);
            return new EntryAnswer.Kept(outcome, moment.at(), moment.isPutRight());
        }

        private EntryOutcome outcome(Instant at, long change) throws SQLException {
            if (entry.value() == null) {
                return EntryOutcome.VISITED;
            }
            if (EntryRows.hasLater(connection, handset, entry)) {
                return EntryOutcome.OVERTAKEN;
            }
            LocalDate day = LocalDate.ofInstant(at, clocks.zone());
            String provenance = "round " + entry.round() + " by " + handset.reader();
            ActualReading reading = new ActualReading(day, entry.value(), provenance);
            return switch (ReadersReadings.take(connection, entry.usagePoint(), reading, checks, change)) {
                case Answer.Taken _ -> EntryOutcome.TAKEN;
                case Answer.Waiting _, Answer.Unlikely _ -> EntryOutcome.WAITING;
                case Answer.ReadByUtility _ -> EntryOutcome.READ_BY_ANOTHER;
                case Answer.Impossible _, Answer.NoMeter _ -> EntryOutcome.IMPOSSIBLE;
            };
        }

        /// Two of one moment follow each other.
        private void visit(Instant believed, long change) throws SQLException {
            Instant at = believed;
            while (!ReceivedVisits.of(connection, List.of(new PointMoment(entry.usagePoint(), at)))
                    .isEmpty()) {
                at = at.plus(1, ChronoUnit.MILLIS);
            }
            String photo = entry.hasPhoto() ? entry.id().toString() : null;
            ReceivedVisits visits = new ReceivedVisits();
            visits.add(entry.usagePoint(), new Visit(at, entry.remark(), entry.place(), photo, handset.reader()));
            visits.write(connection, change);
        }
    }
}
