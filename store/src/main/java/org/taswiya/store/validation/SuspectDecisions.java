package org.taswiya.store.validation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.decision.BillRequests;
import org.taswiya.store.decision.CorrectedReading;
import org.taswiya.store.decision.DecisionRefusal;
import org.taswiya.store.decision.DecisionRefused;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.decision.Reopenings;
import org.taswiya.store.input.EstimateInstructions;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.Revalidation.Beside;
import org.taswiya.store.validation.SuspectDecision.Outcome;
import org.taswiya.store.validation.UseWatch.Written;

/// What people decide about the suspects of a day, each in one transaction: killed at any moment, all of it stands or
/// nothing. Deciding the same again writes nothing; deciding otherwise what is decided is refused.
public final class SuspectDecisions {
    private SuspectDecisions() {}

    /// What a decision came to.
    ///
    /// @param suspect the last one of the day
    /// @param isNew whether it was written now; false when it was decided just so before
    /// @param isReopened whether bills rest on the day, so that the next one settles them anew
    /// @param notices the numbers of the notice candidates that it raised
    /// @param billed the bill that has billed the day already, and stands as it is; null when none has, or the next one
    ///     settles it anew
    public record DecidedSuspect(
            OpenSuspect suspect,
            boolean isNew,
            boolean isReopened,
            List<Long> notices,
            @Nullable BillNumber billed) {
        public DecidedSuspect {
            notices = List.copyOf(notices);
        }
    }

    /// The value counts as it came in.
    ///
    /// @param checks by whose limits its customer is told of abnormal use
    /// @param why who decided it, when and for what reason
    /// @throws DecisionRefused when no such suspect is there, it is decided otherwise or overtaken, or no register can
    ///     show it
    public static DecidedSuspect accept(
            Database database, String usagePoint, LocalDate day, ReadingChecks checks, Change why, boolean isTrial) {
        SuspectDecision decision = new SuspectDecision(Outcome.ACCEPTED, null);
        return decide(database, usagePoint, day, decision, null, checks, why, isTrial);
    }

    /// The dial showed another value.
    ///
    /// @param checks by whose limits its customer is told of abnormal use
    /// @throws DecisionRefused when no such suspect is there, it is decided otherwise, or the meter cannot show the
    ///     value
    public static DecidedSuspect correct(
            Database database,
            String usagePoint,
            LocalDate day,
            Decimal value,
            ReadingChecks checks,
            Change why,
            boolean isTrial) {
        SuspectDecision decision = new SuspectDecision(Outcome.CORRECTED, value);
        return decide(database, usagePoint, day, decision, null, checks, why, isTrial);
    }

    /// Somebody goes and reads again; the value that came in does not count.
    ///
    /// @throws DecisionRefused when no such suspect is there, or it is decided otherwise
    public static DecidedSuspect reread(
            Database database, String usagePoint, LocalDate day, Change why, boolean isTrial) {
        SuspectDecision decision = new SuspectDecision(Outcome.RE_READ, null);
        return decide(database, usagePoint, day, decision, null, ReadingChecks.NONE, why, isTrial);
    }

    /// The value does not count, and the next bill rests on an estimate.
    ///
    /// @param instruction how it is made, once; null for as ever
    /// @throws DecisionRefused when no such suspect is there, or it is decided otherwise
    public static DecidedSuspect estimate(
            Database database,
            String usagePoint,
            LocalDate day,
            @Nullable EstimateInstruction instruction,
            Change why,
            boolean isTrial) {
        SuspectDecision decision = new SuspectDecision(Outcome.ESTIMATE, null);
        return decide(database, usagePoint, day, decision, instruction, ReadingChecks.NONE, why, isTrial);
    }

    private static DecidedSuspect decide(
            Database database,
            String usagePoint,
            LocalDate day,
            SuspectDecision decision,
            @Nullable EstimateInstruction instruction,
            ReadingChecks checks,
            Change why,
            boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            List<OpenSuspect> ofDay = ofDay(connection, usagePoint, day);
            OpenSuspect suspect = ofDay.getLast();
            SuspectDecision before = suspect.decision();
            if (before != null && before.isSame(decision)) {
                return new DecidedSuspect(suspect, false, false, List.of(), null);
            }
            requireAllowed(suspect, decision);
            requireOneValue(ofDay, decision);
            long change = Changes.record(connection, why);
            insert(connection, change, suspect, decision);
            Reading counts = counts(suspect, decision, why);
            if (counts != null) {
                boolean isReopened = write(connection, change, suspect, decision, counts);
                List<Long> notices =
                        UseWatch.look(connection, new Written(change, suspect.usagePoint(), counts), checks);
                Revalidation.of(connection, Map.of(usagePoint, day), checks, why.at(), Beside.DECISIONS);
                return new DecidedSuspect(suspect, true, isReopened, notices, null);
            }
            boolean isReopened = WithheldReadings.add(connection, change, suspect.usagePoint(), suspect.reading())
                    && Reopenings.openForReading(connection, change, suspect.usagePoint(), day);
            instruct(connection, change, suspect, instruction);
            return new DecidedSuspect(
                    suspect, true, isReopened, List.of(), isReopened ? null : billed(connection, suspect));
        });
    }

    /// In the order in which they came; of one import the smallest value first.
    private static List<OpenSuspect> ofDay(Connection connection, String usagePoint, LocalDate day)
            throws SQLException {
        List<OpenSuspect> ofDay = Suspects.list(connection, SuspectFilter.at(usagePoint)).stream()
                .filter(suspect -> suspect.reading().at().equals(day))
                .sorted(Comparator.comparingLong(OpenSuspect::change)
                        .thenComparing(suspect -> suspect.reading().value()))
                .toList();
        if (ofDay.isEmpty()) {
            throw new DecisionRefused(
                    DecisionRefusal.NOT_WAITING,
                    "no reading of " + usagePoint + " on " + day + " is suspect",
                    HoldFigures.NONE);
        }
        return ofDay;
    }

    /// Which of several values is meant nobody has said.
    private static void requireOneValue(List<OpenSuspect> ofDay, SuspectDecision decision) {
        List<String> values = ofDay.stream()
                .filter(suspect -> suspect.decision() == null && !suspect.isOvertaken())
                .map(suspect -> suspect.reading().value().toString())
                .distinct()
                .toList();
        if (decision.outcome() == Outcome.ACCEPTED && values.size() > 1) {
            throw new DecisionRefused(
                    DecisionRefusal.SEVERAL_VALUES,
                    "of " + ofDay.getLast().usagePoint() + " on "
                            + ofDay.getLast().reading().at() + " several values are suspect, "
                            + String.join(" and ", values) + "; say by a correction which one counts",
                    HoldFigures.NONE.names(DecisionRefused.VALUES, values));
        }
    }

    private static void requireAllowed(OpenSuspect suspect, SuspectDecision decision) {
        String which = suspect.usagePoint() + " on " + suspect.reading().at();
        if (suspect.decision() != null) {
            throw new DecisionRefused(
                    DecisionRefusal.DECIDED,
                    which + " is decided: " + suspect.decision()
                            + ". A later change of mind is a correction of its reading: hold correct",
                    HoldFigures.NONE);
        }
        if (suspect.isOvertaken()) {
            throw new DecisionRefused(
                    DecisionRefusal.NOT_WAITING,
                    which + " waits no more: since then " + suspect.counting() + " counts on that day, not "
                            + suspect.reading().value() + ". Put that right where it is wrong: hold correct",
                    HoldFigures.NONE);
        }
        if (decision.outcome() == Outcome.ACCEPTED && !suspect.canBeAccepted()) {
            SuspectFinding finding = suspect.findings().getFirst();
            throw new DecisionRefused(
                    DecisionRefusal.UNACCEPTABLE,
                    which + " cannot be accepted: " + finding.found() + ". Correct it, or have it read again",
                    HoldFigures.NONE.name(DecisionRefused.REASONS, finding.reason()));
        }
    }

    private static void insert(Connection connection, long change, OpenSuspect suspect, SuspectDecision decision)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into suspect_decision (usage_point, at, change, outcome, value)
                values (?, ?, ?, ?::suspect_outcome, ?)""")) {
            Decimal value = decision.value();
            insert.setString(1, suspect.usagePoint());
            insert.setObject(2, suspect.reading().at());
            insert.setLong(3, change);
            insert.setString(4, decision.outcome().code());
            insert.setBigDecimal(5, value == null ? null : value.toBigDecimal());
            insert.executeUpdate();
        }
    }

    /// What is a reading from now on; null where nothing is.
    private static @Nullable Reading counts(OpenSuspect suspect, SuspectDecision decision, Change why) {
        return switch (decision.outcome()) {
            case ACCEPTED -> written(suspect, null, why);
            case CORRECTED -> written(suspect, decision.value(), why);
            case RE_READ, ESTIMATE, EXPLAINED -> null;
        };
    }

    /// The last bill of the agreement that reaches the day of a suspect.
    private static @Nullable BillNumber billed(Connection connection, OpenSuspect suspect) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select b.serial from bill b
                where b.agreement = ? and b.billed_to >= ?
                    and not exists (select from cancellation c where c.bill = b.serial)
                order by b.serial desc limit 1""")) {
            query.setString(1, suspect.agreement());
            query.setObject(2, suspect.reading().at());
            return Rows.list(query, row -> new BillNumber(row.getLong(1))).stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void instruct(
            Connection connection, long change, OpenSuspect suspect, @Nullable EstimateInstruction instruction)
            throws SQLException {
        String agreement = suspect.agreement();
        if (instruction != null && agreement != null) {
            EstimateInstructions.add(connection, change, List.of(agreement), instruction);
            BillRequests.add(connection, change, List.of(agreement));
            BillRequests.addWaitingBeside(connection, change, List.of(agreement));
        }
    }

    /// @param value null for the one that came in
    private static Reading written(OpenSuspect suspect, @Nullable Decimal value, Change why) {
        Reading reading = suspect.reading();
        Decimal counts = value == null ? reading.value() : value;
        String by = (value == null ? "accepted by " : "corrected by ") + why.author() + ": " + why.reason();
        return switch (reading) {
            case ActualReading _ -> new ActualReading(reading.at(), counts, by);
            case CustomerReading _ -> new CustomerReading(reading.at(), counts, by);
            case EstimatedReading _ -> throw new IllegalStateException("an estimate is suspect: " + reading);
        };
    }

    /// What is accepted keeps the smallest hour that came with it; another value of the day is not that day.
    private static boolean write(
            Connection connection, long change, OpenSuspect suspect, SuspectDecision decision, Reading reading)
            throws SQLException {
        Decimal leastHour = decision.outcome() == Outcome.ACCEPTED ? suspect.leastHour() : null;
        String agreement = suspect.agreement();
        return agreement == null
                ? ReadingCorrections.add(connection, change, suspect.usagePoint(), reading, leastHour)
                : CorrectedReading.add(connection, agreement, reading, leastHour, () -> change)
                        .isReopened();
    }
}
