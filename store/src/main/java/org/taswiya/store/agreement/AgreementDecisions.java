package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.AgreementReason;
import org.taswiya.core.customer.MoveRules;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer.Done;
import org.taswiya.store.agreement.AgreementAnswer.Refused;
import org.taswiya.store.decision.BillRequests;
import org.taswiya.store.decision.CorrectedReading;
import org.taswiya.store.run.BooksChange;

/// Moves that people write down. Killed at any moment, all of a move stands or nothing.
public final class AgreementDecisions {
    private AgreementDecisions() {}

    /// When, by whom and why, and what the books may look at.
    ///
    /// @param on the day: the last one of whoever leaves is the day before, it is the first one of whoever comes
    /// @param reading what the meter shows at its start; null where the books have it, or nobody could read
    /// @param today after which nothing is written down
    /// @param tariffs by id, of the price books in use
    /// @param deposits that whoever comes is asked for
    /// @param isTrial whether nothing is stored
    public record Move(
            LocalDate on,
            @Nullable Decimal reading,
            LocalDate today,
            Function<String, Optional<Tariff>> tariffs,
            DepositRules deposits,
            Change why,
            boolean isTrial) {}

    /// Who begins to take a service.
    ///
    /// @param reference null for the next one
    /// @param annualVolume what is expected of a year; null where nothing is known
    public record Newcomer(
            @Nullable String reference,
            String account,
            String usagePoint,
            String tariff,
            int households,
            @Nullable Decimal annualVolume) {}

    /// Somebody begins to take a service where nobody does.
    public static AgreementAnswer moveIn(Database database, Newcomer newcomer, Move move) {
        return make(database, move, (connection, change) -> {
            String began = begin(connection, newcomer, move, change);
            return began(connection, null, began);
        });
    }

    /// The same within a transaction of the caller's, in which the change is written down already. Whoever is refused
    /// gives the transaction up.
    public static AgreementAnswer moveIn(Connection connection, Newcomer newcomer, Move move, long change)
            throws SQLException {
        try {
            String began = begin(connection, newcomer, move, change);
            return began(connection, null, began);
        } catch (Stop stop) {
            return stop.refused;
        }
    }

    /// Somebody ceases to.
    ///
    /// @param isEstimated whether nobody could read the meter, so that the final bill rests on an estimate
    public static AgreementAnswer moveOut(Database database, String agreement, boolean isEstimated, Move move) {
        return make(database, move, (connection, change) -> {
            StoredAgreement before = endable(connection, agreement, move);
            MoveRows.end(connection, agreement, move.on(), isEstimated, null, change);
            if (!isEstimated) {
                read(connection, before.agreement().usagePoint(), agreement, move, change);
            }
            BillRequests.add(connection, change, List.of(agreement));
            EndNotice.queue(connection, before.agreement(), isEstimated, move, change);
            return new Done(Agreements.of(connection, agreement).orElseThrow(), null, null);
        });
    }

    /// Another account takes the place of one on a day on which the meter is read. What is owed stays where it is.
    ///
    /// The same account may follow itself where the tariff or the households are others from that day on: what an
    /// agreement is billed by never changes within it.
    ///
    /// @param tariff null for the one there was
    /// @param households null for those there were
    public static AgreementAnswer transfer(
            Database database,
            String agreement,
            String account,
            @Nullable String reference,
            @Nullable String tariff,
            @Nullable Integer households,
            Move move) {
        return make(database, move, (connection, change) -> {
            ServiceAgreement before = endable(connection, agreement, move).agreement();
            String next = tariff == null ? before.tariff() : tariff;
            int behind = households == null ? before.households() : households;
            boolean isSame = next.equals(before.tariff()) && behind == before.households();
            if (isSame && account.equals(before.account())) {
                throw new Stop(AgreementReason.SAME_ACCOUNT, agreement + " is account " + account + "'s already");
            }
            Newcomer newcomer = new Newcomer(
                    reference(connection, reference),
                    account,
                    before.usagePoint(),
                    next,
                    behind,
                    before.annualVolume());
            MoveRows.end(connection, agreement, move.on(), false, newcomer.reference(), change);
            String began = begin(connection, newcomer, move, change);
            BillRequests.add(connection, change, List.of(agreement));
            if (!account.equals(before.account())) {
                EndNotice.queue(connection, before, false, move, change);
            }
            return began(connection, Agreements.of(connection, agreement).orElseThrow(), began);
        });
    }

    private static Done began(Connection connection, @Nullable StoredAgreement ended, String began)
            throws SQLException {
        return new Done(
                ended,
                Agreements.of(connection, began).orElseThrow(),
                Deposits.of(connection, began).orElse(null));
    }

    private interface Work {
        AgreementAnswer on(Connection connection, long change) throws SQLException;
    }

    private static AgreementAnswer make(Database database, Move move, Work work) {
        try {
            return BooksChange.make(
                    database,
                    move.isTrial(),
                    connection -> work.on(connection, Changes.record(connection, move.why())));
        } catch (Stop stop) {
            return stop.refused;
        }
    }

    /// What goes wrong after something was written: the transaction is given up.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refused refused;

        Stop(AgreementReason reason, String found) {
            super(found, null, false, false);
            this.refused = new Refused(reason, found);
        }
    }

    private static StoredAgreement endable(Connection connection, String agreement, Move move) throws SQLException {
        StoredAgreement before = Agreements.of(connection, agreement)
                .orElseThrow(() -> new Stop(
                        AgreementReason.UNKNOWN_AGREEMENT,
                        "there is no agreement " + agreement + "; ./taswiya agreement list shows those of a premise"));
        MoveRules.moveOut(Agreements.occupant(before), before.billedTo(), move.on(), move.today())
                .ifPresent(AgreementDecisions::stop);
        return before;
    }

    private static void stop(MoveRules.Refusal refusal) {
        throw new Stop(refusal.reason(), refusal.found());
    }

    private static String begin(Connection connection, Newcomer newcomer, Move move, long change) throws SQLException {
        String point = newcomer.usagePoint();
        String service = MoveRows.service(connection, point)
                .orElseThrow(() -> new Stop(AgreementReason.UNKNOWN_USAGE_POINT, "there is no usage point " + point));
        if (!MoveRows.hasAccount(connection, newcomer.account())) {
            throw new Stop(
                    AgreementReason.UNKNOWN_ACCOUNT,
                    "there is no account " + newcomer.account() + "; import customers and accounts first");
        }
        requireTariff(newcomer, service, move);
        MoveRules.moveIn(MoveRows.at(connection, point), move.on(), move.today())
                .ifPresent(AgreementDecisions::stop);
        String reference = reference(connection, newcomer.reference());
        ServiceAgreement agreement = new ServiceAgreement(
                reference,
                newcomer.account(),
                point,
                newcomer.tariff(),
                newcomer.households(),
                move.on(),
                null,
                newcomer.annualVolume());
        MoveRows.begin(connection, agreement, change);
        read(connection, point, reference, move, change);
        Deposits.claim(connection, reference, newcomer.account(), service, move.on(), move.deposits(), change);
        return reference;
    }

    private static void requireTariff(Newcomer newcomer, String service, Move move) {
        Tariff tariff = move.tariffs()
                .apply(newcomer.tariff())
                .orElseThrow(() -> new Stop(
                        AgreementReason.UNKNOWN_TARIFF,
                        "tariff " + newcomer.tariff() + " is no price book in use; ./taswiya tariff list shows them"));
        if (!tariff.service().equals(service)) {
            throw new Stop(
                    AgreementReason.OTHER_SERVICE,
                    "tariff " + newcomer.tariff() + " is for " + tariff.service() + ", and usage point "
                            + newcomer.usagePoint() + " gives " + service);
        }
    }

    private static String reference(Connection connection, @Nullable String given) throws SQLException {
        if (given == null) {
            return MoveRows.nextReference(connection)
                    .orElseThrow(() -> new Stop(
                            AgreementReason.NO_REFERENCE_LEFT, "no reference is left after C9999999; give one"));
        }
        if (MoveRows.hasAgreement(connection, given)) {
            throw new Stop(AgreementReason.REFERENCE_TAKEN, "there is an agreement " + given + " already");
        }
        return given;
    }

    /// What the meter shows on the day goes into the books as a person's word, as a corrected reading does.
    private static void read(Connection connection, String point, String agreement, Move move, long change)
            throws SQLException {
        Decimal value = move.reading();
        if (value == null) {
            if (!MoveRows.isRead(connection, point, move.on())) {
                throw new Stop(
                        AgreementReason.UNREAD,
                        "nobody has read the meter at " + point + " on " + move.on() + "; say what it showed");
            }
            return;
        }
        String provenance = "read by " + move.why().author() + ": " + move.why().reason();
        try {
            CorrectedReading.write(
                    connection, agreement, new ActualReading(move.on(), value, provenance), null, () -> change);
        } catch (IllegalArgumentException e) {
            throw new Stop(AgreementReason.NOT_ON_THE_DIAL, String.valueOf(e.getMessage()));
        }
    }
}
