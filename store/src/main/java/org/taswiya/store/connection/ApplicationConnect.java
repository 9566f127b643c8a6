package org.taswiya.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.connection.ApplicationReason;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.agreement.AgreementDecisions.Newcomer;
import org.taswiya.store.connection.ApplicationAnswer.Done;
import org.taswiya.store.connection.ApplicationAnswer.Refused;
import org.taswiya.store.connection.ApplicationDecisions.Writing;
import org.taswiya.store.connection.StoredApplication.Service;
import org.taswiya.store.run.BooksChange;

/// Connects a service of an application: its agreement begins as with any move, in the same transaction.
public final class ApplicationConnect {
    private ApplicationConnect() {}

    /// Where the service is given, and by which tariff it is billed.
    ///
    /// @param annualVolume what is expected of a year; null where nothing is known
    public record Supply(
            String usagePoint,
            String tariff,
            int households,
            @Nullable Decimal annualVolume) {}

    /// @param supply null for services that are billed with another that the customer has already
    public static ApplicationAnswer connect(Database database, String number, @Nullable Supply supply, Move move) {
        Writing writing = new Writing(move.on(), move.today(), move.why(), move.isTrial());
        try {
            return BooksChange.make(database, move.isTrial(), connection -> {
                long change = Changes.record(connection, move.why());
                connect(Taking.of(connection, number, writing, change), supply, move);
                return new Done(Applications.of(connection, number).orElseThrow());
            });
        } catch (Taking.Stop stop) {
            return stop.refused();
        }
    }

    private static void connect(Taking taking, @Nullable Supply supply, Move move) throws SQLException {
        List<Service> connected = new ArrayList<>();
        StoredApplication before = taking.before();
        if (before.state() == ApplicationState.WORKS_ORDERED) {
            connected.addAll(supply == null ? withOthers(taking) : at(taking, supply));
        }
        boolean isWhole = connected.size() == before.waiting().size();
        taking.step(ApplicationStep.CONNECT, isWhole, Set.of(), () -> {
            String agreement = supply == null ? null : begin(taking, supply, move);
            for (Service one : connected) {
                ApplicationRows.insertConnected(
                        taking.connection(),
                        before.number(),
                        one.service(),
                        one.billedWith() == null ? agreement : null,
                        move.on(),
                        taking.change());
            }
        });
    }

    /// Those that wait and are in the bills of a service that was not applied for, or is connected.
    private static List<Service> withOthers(Taking taking) {
        List<Service> waiting = taking.before().waiting();
        List<Service> found = waiting.stream()
                .filter(one -> one.billedWith() != null
                        && waiting.stream().noneMatch(other -> other.service().equals(one.billedWith())))
                .toList();
        taking.refuseIf(
                found.isEmpty(),
                () -> new Refused(
                        ApplicationReason.OTHER_SERVICE,
                        "an agreement begins for " + waiting.getFirst().service()
                                + "; say where and by which tariff, with --point and --tariff"));
        return found;
    }

    /// The service of a usage point, and those that are in its bills.
    private static List<Service> at(Taking taking, Supply supply) throws SQLException {
        Connection connection = taking.connection();
        Optional<ApplicationRows.Point> found = ApplicationRows.point(connection, supply.usagePoint());
        taking.refuseIf(
                found.isEmpty(),
                () -> new Refused(
                        ApplicationReason.UNKNOWN_USAGE_POINT,
                        "there is no usage point " + supply.usagePoint()
                                + "; import the premise, the usage point and its meter first"));
        ApplicationRows.Point point = found.orElseThrow();
        String premise = taking.before().premise();
        taking.refuseIf(
                premise != null && !premise.equals(point.premise()),
                () -> new Refused(
                        ApplicationReason.OTHER_PREMISE,
                        "usage point " + supply.usagePoint() + " is at premise " + point.premise()
                                + ", and the application is for " + premise));
        List<Service> waiting = taking.before().waiting();
        taking.refuseIf(
                waiting.stream().noneMatch(one -> one.service().equals(point.service()) && one.billedWith() == null),
                () -> new Refused(
                        ApplicationReason.OTHER_SERVICE,
                        "usage point " + supply.usagePoint() + " gives " + point.service() + ", and what waits is "
                                + String.join(
                                        ", ",
                                        waiting.stream().map(Service::service).toList())));
        return waiting.stream()
                .filter(one ->
                        one.service().equals(point.service()) || point.service().equals(one.billedWith()))
                .toList();
    }

    private static String begin(Taking taking, Supply supply, Move move) throws SQLException {
        Newcomer newcomer = new Newcomer(
                null,
                Objects.requireNonNull(taking.before().account()),
                supply.usagePoint(),
                supply.tariff(),
                supply.households(),
                supply.annualVolume());
        return switch (AgreementDecisions.moveIn(taking.connection(), newcomer, move, taking.change())) {
            case AgreementAnswer.Done done ->
                Objects.requireNonNull(done.began()).agreement().reference();
            case AgreementAnswer.Refused(var reason, var found) ->
                throw new Taking.Stop(new Refused(ApplicationReason.AGREEMENT_REFUSED, reason.code() + ": " + found));
        };
    }
}
