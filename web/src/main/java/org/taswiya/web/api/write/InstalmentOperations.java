package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.AskedInstalments;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.instalment.InstalmentOptions;
import org.taswiya.web.instalment.InstalmentsShown.Option;
import org.taswiya.web.instalment.ShownSchedule;

/// What an account owes, paid in instalments: simulated, and asked for.
public final class InstalmentOperations {
    private static final String PATH = "/accounts/" + PathPart.ACCOUNT.inPath() + "/instalments";
    static final int SCHEDULE_MOST = 1000;

    private final Site site;
    private final AgencyTerms terms;

    public InstalmentOperations(Site site, AgencyTerms terms) {
        this.site = site;
        this.terms = terms;
    }

    /// One of them.
    public record InstalmentDue(
            @Says("The day on which it is due.") LocalDate dueOn,
            @Says("How much.") Money amount) {}

    /// A number of them that may be asked for.
    public record InstalmentOption(
            @Says("How many.") int months,

            @Says("Whether it is granted as soon as it is asked for; else a person decides.")
            boolean atOnce,

            @Says("In their order.") List<InstalmentDue> instalments,

            @Says("The same as one text, with which it is asked for.")
            String schedule) {
        public InstalmentOption {
            instalments = List.copyOf(instalments);
        }

        static InstalmentOption of(Option option) {
            return new InstalmentOption(
                    option.months(),
                    option.isAtOnce(),
                    option.schedule().instalments().stream()
                            .map(one -> new InstalmentDue(one.dueOn(), one.amount()))
                            .toList(),
                    option.text());
        }
    }

    /// All that there are today.
    public record Simulation(
            @Says("The account.") String account,
            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("By their number, the smallest first.") List<InstalmentOption> options,

            @Says("Why there are none, as a code; absent where there are.") @Nullable String none) {
        public Simulation {
            options = List.copyOf(options);
        }
    }

    /// What is asked for.
    public record WantedInstalments(
            @Says(value = "The schedule of an option, as it was shown.", least = 1, most = SCHEDULE_MOST)
            String schedule) {}

    /// What came of it.
    public record InstalmentsAsked(
            @Says("The account.") String account,

            @Says(
                    value = "Whether they hold from now on, or wait for a person.",
                    oneOf = {"granted", "waits"})
            String outcome,

            @Says("The number of the arrangement, or of the request that waits.")
            String number) {}

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "simulateInstalments",
                                PATH,
                                "In which instalments an account may pay what it owes; nothing is written.",
                                Simulation.class,
                                this::simulate)
                        .needing(ApiScope.INSTALMENTS),
                Operation.post(
                                "askInstalments",
                                PATH,
                                "Asks for instalments as they were shown.",
                                ApiScope.INSTALMENTS,
                                WantedInstalments.class,
                                201,
                                InstalmentsAsked.class,
                                this::ask)
                        .refusing(
                                ProblemKind.NOT_FOUND,
                                ProblemKind.INSTALMENTS_CHANGED,
                                ProblemKind.INSTALMENTS_REFUSED));
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Reply simulate(Call call) {
        String account = Accounts.opened(site, call);
        InstalmentOptions options = InstalmentOptions.of(site.database(), terms, account, today());
        return Reply.of(new Simulation(
                account,
                site.currency(),
                options.options().stream().map(InstalmentOption::of).toList(),
                options.none() == null ? null : options.none().code()));
    }

    private Reply ask(Call call) {
        String account = Accounts.opened(site, call);
        Optional<Schedule> shown =
                ShownSchedule.parse(call.body(WantedInstalments.class).schedule());
        if (shown.isEmpty()) {
            return new Reply.Refused(Problem.of(
                    ProblemKind.BAD_BODY,
                    "Nothing was written.",
                    List.of(new Fault("/schedule", "is none that was shown"))));
        }
        Asked asked = new Asked(
                terms.arrangements(),
                terms.days(),
                shown.get().instalments().size(),
                today(),
                RequestChannel.ONLINE_AGENCY,
                null);
        Change why =
                new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), "asked for by the customer");
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why,
                (connection, change) ->
                        reply(account, InstalmentRequests.ask(connection, account, asked, shown.get(), why, change)));
    }

    private static Reply reply(String account, AskedInstalments answer) {
        return switch (answer) {
            case AskedInstalments.Granted(var arrangement) ->
                new Reply.Told(
                        201,
                        new InstalmentsAsked(
                                account,
                                "granted",
                                Long.toString(arrangement.arrangement().number())));
            case AskedInstalments.Waits(var request) ->
                new Reply.Told(201, new InstalmentsAsked(account, "waits", Long.toString(request.number())));
            case AskedInstalments.Changed _ ->
                new Reply.Refused(Problem.of(
                        ProblemKind.INSTALMENTS_CHANGED,
                        "What is owed has changed since they were shown. Simulate again; nothing was written."));
            case AskedInstalments.Refused(var reason, var found) ->
                new Reply.Refused(new Problem(
                        ProblemKind.INSTALMENTS_REFUSED, "Nothing was written: " + found + ".", null, reason.code()));
        };
    }
}
