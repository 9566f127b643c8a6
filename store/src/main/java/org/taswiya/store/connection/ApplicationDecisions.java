package org.taswiya.store.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.connection.ApplicationReason;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.connection.ConnectionRules.Terms;
import org.taswiya.core.connection.Quote;
import org.taswiya.core.connection.QuotePosting;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationAnswer.Done;
import org.taswiya.store.connection.ApplicationAnswer.Refused;
import org.taswiya.store.ledger.EntryRows;
import org.taswiya.store.population.AccountClasses;
import org.taswiya.store.receivables.BooksTransaction;

/// Steps of applications that people write down, each in one transaction. Whoever writes waits for all others who do:
/// what a step is judged by is how the application stands when it is written.
public final class ApplicationDecisions {
    private ApplicationDecisions() {}

    /// Who applies, and where.
    ///
    /// @param account null for somebody who has none
    /// @param name of somebody who has no account; null for somebody who has
    /// @param customerClass of somebody who has no account; null for somebody who has
    /// @param premise null where the books do not have the place
    /// @param address of a place that the books do not have; null where they do
    public record Applicant(
            @Nullable String account,
            @Nullable String name,
            @Nullable CustomerClass customerClass,
            @Nullable String premise,
            @Nullable String address) {}

    /// When, by whom and why.
    ///
    /// @param on the day of the step
    /// @param today after which nothing is written down
    /// @param isTrial whether nothing is stored
    public record Writing(LocalDate on, LocalDate today, Change why, boolean isTrial) {}

    /// Writes an application down.
    ///
    /// @param documents that came with it
    public static ApplicationAnswer apply(
            Database database,
            Applicant who,
            List<String> services,
            Set<String> documents,
            ConnectionRules rules,
            Writing writing) {
        return BooksTransaction.make(database, writing.why(), writing.isTrial(), (connection, change) -> {
            Optional<Refused> wrong = wrongApplicant(connection, who, services, writing);
            return wrong.isPresent()
                    ? refused(wrong.get())
                    : received(connection, who, services, documents, rules, writing, change);
        });
    }

    private static BooksTransaction.Done<ApplicationAnswer> received(
            Connection connection,
            Applicant who,
            List<String> services,
            Set<String> documents,
            ConnectionRules rules,
            Writing writing,
            long change)
            throws SQLException {
        String account = who.account();
        CustomerClass of = account == null
                ? Objects.requireNonNull(who.customerClass())
                : AccountClasses.of(connection, account).orElseThrow();
        Set<String> asked = new TreeSet<>();
        for (String service : services) {
            Optional<Terms> terms = rules.terms(of, service);
            if (terms.isEmpty()) {
                return refused(notOffered(of, service));
            }
            asked.addAll(terms.get().documents());
        }
        Optional<Refused> unknown = documents.stream()
                .filter(document -> !asked.contains(document))
                .findFirst()
                .map(document -> unknownDocument(document, asked));
        if (unknown.isPresent()) {
            return refused(unknown.get());
        }
        String number = ApplicationRows.insert(connection, who, of, writing.on(), change);
        for (int i = 0; i < services.size(); i++) {
            String service = services.get(i);
            String billedWith = rules.terms(of, service).orElseThrow().billedWith();
            ApplicationRows.insertService(connection, number, i + 1, service, billedWith);
        }
        ApplicationRows.insertAsked(connection, number, asked);
        ApplicationState state = documents.containsAll(asked) ? ApplicationState.ACCEPTED : ApplicationState.RECEIVED;
        ApplicationRows.insertStep(
                connection, number, 1, ApplicationStep.APPLY, state, writing.on(), documents, change);
        return now(connection, number);
    }

    private static Optional<Refused> wrongApplicant(
            Connection connection, Applicant who, List<String> services, Writing writing) throws SQLException {
        if (writing.on().isAfter(writing.today())) {
            return Optional.of(toCome(writing.on(), writing.today()));
        }
        String account = who.account();
        if (account != null && AccountClasses.of(connection, account).isEmpty()) {
            return Optional.of(unknownAccount(account));
        }
        String premise = who.premise();
        if (premise == null) {
            return Optional.empty();
        }
        if (!ApplicationRows.hasPremise(connection, premise)) {
            return Optional.of(new Refused(
                    ApplicationReason.UNKNOWN_PREMISE,
                    "there is no premise " + premise + "; say where it is with --address"));
        }
        return ApplicationRows.underWay(connection, premise, services)
                .map(other -> new Refused(
                        ApplicationReason.APPLIED_ALREADY,
                        other + " at premise " + premise + " is under way; withdraw it first"));
    }

    /// Documents that came.
    public static ApplicationAnswer document(Database database, String number, Set<String> documents, Writing writing) {
        return take(database, number, writing, taking -> {
            List<String> missing = new ArrayList<>(taking.before().missing());
            missing.removeAll(documents);
            taking.step(ApplicationStep.DOCUMENT, missing.isEmpty(), documents, () -> {
                for (String document : documents) {
                    taking.refuseIf(
                            !taking.before().asked().contains(document),
                            () -> unknownDocument(document, taking.before().asked()));
                    taking.refuseIf(
                            taking.before().there().contains(document),
                            () -> new Refused(ApplicationReason.DOCUMENT_THERE, document + " is there already"));
                }
            });
        });
    }

    /// The applicant is told what is missing.
    public static ApplicationAnswer ask(Database database, String number, Writing writing) {
        return take(database, number, writing, taking -> taking.step(ApplicationStep.ASK, false, Set.of(), () -> {}));
    }

    /// Documents that came and are no good.
    public static ApplicationAnswer giveBack(Database database, String number, Set<String> documents, Writing writing) {
        return take(
                database,
                number,
                writing,
                taking -> taking.step(ApplicationStep.RETURN, false, documents, () -> {
                    for (String document : documents) {
                        taking.refuseIf(
                                !taking.before().there().contains(document),
                                () -> new Refused(
                                        ApplicationReason.DOCUMENT_NOT_THERE,
                                        document + " is not there, so that it cannot go back; found "
                                                + taking.before().there()));
                    }
                }));
    }

    /// The applicant is told what it costs, by the rules of that day.
    public static ApplicationAnswer quote(
            Database database, String number, ConnectionRules rules, WorkingDays open, Writing writing) {
        return take(
                database,
                number,
                writing,
                taking -> taking.step(ApplicationStep.QUOTE, true, Set.of(), () -> {
                    List<Quote.Line> lines = new ArrayList<>();
                    for (StoredApplication.Service one : taking.before().services()) {
                        CustomerClass of = taking.before().customerClass();
                        Optional<Terms> terms = rules.terms(of, one.service());
                        taking.refuseIf(terms.isEmpty(), () -> notOffered(of, one.service()));
                        lines.addAll(Quote.lines(one.service(), terms.orElseThrow(), rules.taxRate()));
                    }
                    ApplicationRows.insertQuote(
                            taking.connection(),
                            number,
                            new Quote(lines),
                            rules.validTo(writing.on(), open),
                            taking.change());
                }));
    }

    /// The customer agrees to the quote, and owes it from now on.
    ///
    /// @param account of whoever had none when they applied; null for one that is known
    public static ApplicationAnswer agree(Database database, String number, @Nullable String account, Writing writing) {
        return take(
                database,
                number,
                writing,
                taking -> taking.step(ApplicationStep.AGREE, true, Set.of(), () -> {
                    StoredApplication.Quoted quoted =
                            Objects.requireNonNull(taking.before().quote());
                    taking.refuseIf(
                            writing.on().isAfter(quoted.validTo()),
                            () -> new Refused(
                                    ApplicationReason.QUOTE_EXPIRED,
                                    "the quote held to " + quoted.validTo() + "; whoever wants it applies anew"));
                    String owing = owing(taking, account);
                    EntryRows entries = new EntryRows();
                    entries.begin(taking.connection());
                    long entry = entries.add(QuotePosting.agreed(number, writing.on(), owing, quoted.quote()));
                    ApplicationRows.insertCharge(
                            taking.connection(),
                            number,
                            owing,
                            quoted.quote().total(),
                            writing.on(),
                            quoted.validTo(),
                            entry,
                            taking.change());
                    entries.send(taking.connection());
                }));
    }

    private static String owing(Taking taking, @Nullable String account) throws SQLException {
        String known = taking.before().account();
        if (account == null) {
            taking.refuseIf(
                    known == null,
                    () -> new Refused(
                            ApplicationReason.NO_ACCOUNT,
                            taking.before().name() + " has no account yet; import the customer and the account, and say"
                                    + " it with --account"));
            return Objects.requireNonNull(known);
        }
        taking.refuseIf(
                known != null && !known.equals(account),
                () -> new Refused(
                        ApplicationReason.OTHER_ACCOUNT, "account " + known + " has applied; found " + account));
        Optional<CustomerClass> of = AccountClasses.of(taking.connection(), account);
        taking.refuseIf(of.isEmpty(), () -> unknownAccount(account));
        CustomerClass quotedAs = taking.before().customerClass();
        taking.refuseIf(
                of.orElseThrow() != quotedAs,
                () -> new Refused(
                        ApplicationReason.OTHER_ACCOUNT,
                        "account " + account + " is of class "
                                + of.orElseThrow().code() + ", and the quote is for " + quotedAs.code()
                                + "; withdraw it and apply anew"));
        return account;
    }

    /// Somebody is told to build it.
    public static ApplicationAnswer order(Database database, String number, Writing writing) {
        return take(database, number, writing, taking -> taking.step(ApplicationStep.ORDER, true, Set.of(), () -> {}));
    }

    /// The utility does not connect.
    public static ApplicationAnswer refuse(Database database, String number, Writing writing) {
        return end(database, number, ApplicationStep.REFUSE, writing);
    }

    /// The applicant does not want it any more. What is owed is taken back, unless the works are ordered.
    public static ApplicationAnswer withdraw(Database database, String number, Writing writing) {
        return end(database, number, ApplicationStep.WITHDRAW, writing);
    }

    static ApplicationAnswer end(Database database, String number, ApplicationStep step, Writing writing) {
        return take(
                database,
                number,
                writing,
                taking -> taking.step(step, true, Set.of(), () -> ChargeBooks.takeBack(taking)));
    }

    /// What is done with an application as it stands.
    interface Work {
        void on(Taking taking) throws SQLException;
    }

    private static ApplicationAnswer take(Database database, String number, Writing writing, Work work) {
        try {
            return BooksTransaction.make(database, writing.why(), writing.isTrial(), (connection, change) -> {
                work.on(Taking.of(connection, number, writing, change));
                return now(connection, number);
            });
        } catch (Taking.Stop stop) {
            return stop.refused();
        }
    }

    private static BooksTransaction.Done<ApplicationAnswer> now(Connection connection, String number)
            throws SQLException {
        return new BooksTransaction.Done<>(
                new Done(Applications.of(connection, number).orElseThrow()), true);
    }

    private static BooksTransaction.Done<ApplicationAnswer> refused(Refused refused) {
        return new BooksTransaction.Done<>(refused, false);
    }

    private static Refused notOffered(CustomerClass of, String service) {
        return new Refused(
                ApplicationReason.NOT_OFFERED,
                "connections.yaml has no connection of class " + of.code() + " to " + service);
    }

    private static Refused unknownDocument(String document, Iterable<String> asked) {
        return new Refused(
                ApplicationReason.UNKNOWN_DOCUMENT,
                document + " is none that is asked for; those are " + String.join(", ", asked));
    }

    private static Refused unknownAccount(String account) {
        return new Refused(
                ApplicationReason.UNKNOWN_ACCOUNT,
                "there is no account " + account + "; import customers and accounts first, or apply with --name");
    }

    static Refused toCome(LocalDate on, LocalDate today) {
        return new Refused(
                ApplicationReason.DAY_TO_COME, "today is " + today + ", before " + on + "; write it down then");
    }
}
