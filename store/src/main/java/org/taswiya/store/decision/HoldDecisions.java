package org.taswiya.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.input.EstimateInstructions;
import org.taswiya.store.run.BooksChange;

/// What people decide about agreements that wait. Deciding the same again writes nothing.
public final class HoldDecisions {
    private HoldDecisions() {}

    /// What a decision came to.
    ///
    /// @param done decided now
    /// @param before decided just so before
    /// @param left among many that were asked for, those that this decision cannot help
    public record Decided(List<OpenHold> done, List<OpenHold> before, List<OpenHold> left) {
        public Decided {
            done = List.copyOf(done);
            before = List.copyOf(before);
            left = List.copyOf(left);
        }
    }

    /// Lets the next bill of agreements leave whatever the checks find.
    ///
    /// @param agreements by name; when there are none, all that the filter lets through
    /// @param why who decided it, when and for what reason
    /// @throws DecisionRefused when one that is named does not wait, or not for a check; nothing is done then
    public static Decided release(
            Database database, List<String> agreements, HoldFilter filter, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Decided decided = decide(
                    chosen(connection, agreements, filter),
                    !agreements.isEmpty(),
                    OpenHold::isOfChecks,
                    OpenHold::isReleased,
                    new NotHelped(DecisionRefusal.NOT_OF_CHECKS, "which needs a correction"));
            if (!decided.done().isEmpty()) {
                long change = Changes.record(connection, why);
                insert(connection, """
                        insert into hold_release (change, agreement, after_bill)
                        select ?, agreement, last_number from unnest(?) as d(agreement), number_series
                        where name = 'bill'""", change, decided.done());
                BillRequests.addWaitingBeside(connection, change, references(decided.done()));
            }
            return decided;
        });
    }

    /// Says how the next estimate of agreements is made, once, and has it billed off the cycle.
    ///
    /// @throws DecisionRefused when one that is named does not wait, or no estimate can help it; nothing is done then
    public static Decided reEstimate(
            Database database,
            List<String> agreements,
            HoldFilter filter,
            EstimateInstruction instruction,
            Change why,
            boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            List<OpenHold> chosen = chosen(connection, agreements, filter);
            Set<String> same = EstimateInstructions.pending(connection, references(chosen), instruction);
            Decided decided = decide(
                    chosen,
                    !agreements.isEmpty(),
                    OpenHold::isOfEstimate,
                    hold -> same.contains(hold.agreement()),
                    new NotHelped(DecisionRefusal.NOT_OF_ESTIMATE, "which another estimate does not help"));
            if (!decided.done().isEmpty()) {
                long change = Changes.record(connection, why);
                List<String> done = references(decided.done());
                EstimateInstructions.add(connection, change, done, instruction);
                BillRequests.add(connection, change, done);
                BillRequests.addWaitingBeside(connection, change, done);
            }
            return decided;
        });
    }

    private static List<OpenHold> chosen(Connection connection, List<String> agreements, HoldFilter filter)
            throws SQLException {
        if (agreements.isEmpty()) {
            return Holds.open(connection, filter);
        }
        Set<String> wanted = new HashSet<>(agreements);
        List<OpenHold> chosen = Holds.open(connection, filter).stream()
                .filter(hold -> wanted.remove(hold.agreement()))
                .toList();
        if (!wanted.isEmpty()) {
            List<String> waitNot = wanted.stream().sorted().toList();
            throw new DecisionRefused(
                    DecisionRefusal.NOT_WAITING,
                    String.join(", ", waitNot) + " does not wait for a person",
                    HoldFigures.NONE);
        }
        return chosen;
    }

    /// What is said of a hold that a decision cannot help.
    private record NotHelped(DecisionRefusal reason, String because) {}

    /// @param isNamed whether each was asked for by name, so that one that cannot be helped is a mistake
    private static Decided decide(
            List<OpenHold> chosen,
            boolean isNamed,
            Predicate<OpenHold> isHelped,
            Predicate<OpenHold> isDecided,
            NotHelped notHelped) {
        List<OpenHold> done = new ArrayList<>();
        List<OpenHold> before = new ArrayList<>();
        List<OpenHold> left = new ArrayList<>();
        for (OpenHold hold : chosen) {
            if (isNamed && !isHelped.test(hold)) {
                throw new DecisionRefused(
                        notHelped.reason(),
                        hold.agreement() + " waits for " + String.join(", ", hold.reasons()) + ", "
                                + notHelped.because() + ": " + hold.found(),
                        HoldFigures.NONE.names(DecisionRefused.REASONS, List.copyOf(hold.reasons())));
            }
            (isDecided.test(hold) ? before : isHelped.test(hold) ? done : left).add(hold);
        }
        return new Decided(done, before, left);
    }

    private static void insert(Connection connection, String sql, long change, List<OpenHold> holds)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, change);
            insert.setArray(2, SqlArrays.texts(connection, references(holds)));
            insert.executeUpdate();
        }
    }

    private static List<String> references(List<OpenHold> holds) {
        return holds.stream().map(OpenHold::agreement).toList();
    }
}
