package org.taswiya.web.api.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.api.Opened;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.json.Says;

/// Payments that others have taken for the utility, many at once. Each has a name of its own, under which it is taken
/// once, in whatever batch it comes.
public final class PaymentBatchOperations {
    static final int ROWS_MOST = 500;
    private static final int BYTES_MOST = 128 * 1024;

    private final Site site;

    public PaymentBatchOperations(Site site) {
        this.site = site;
    }

    /// One of them. Cash has stamp duty, which tills know of, and is not taken here.
    public record BroughtPayment(
            @Says(value = "What the program calls it, once and for all.", pattern = "[A-Za-z0-9_.:-]{1,64}")
            String key,

            @Says(value = "For whose account.", pattern = "[0-9]{10}")
            String account,

            @Says(value = "All that was paid, with two decimals.", pattern = "[0-9]{1,9}\\.[0-9]{2}")
            String amount,

            @Says(value = "The day on which it was received.", pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            String receivedOn,

            @Says(
                    value = "By what.",
                    oneOf = {"cheque", "card", "transfer"})
            String means,

            @Says(value = "The bank that has the money.", pattern = "[a-zA-Z0-9-]{1,40}")
            String place) {}

    /// Many at once.
    public record BroughtPayments(
            @Says(value = "In the order in which they are taken.", least = 1, most = ROWS_MOST)
            List<BroughtPayment> payments) {
        public BroughtPayments {
            payments = List.copyOf(payments);
        }
    }

    /// What became of one.
    public record PaymentOutcome(
            @Says("What the program calls it.") String key,

            @Says(
                    value = "Whether it is in the books now, was before, or is not.",
                    oneOf = {"taken", "taken-before", "refused"})
            String outcome,

            @Says("The number of its receipt; absent where it was refused.") @Nullable String receipt,

            @Says("Why it was refused, as a code.") @Nullable String reason) {}

    /// What became of all.
    public record PaymentOutcomes(
            @Says("One for each, in the order in which they came.")
            List<PaymentOutcome> payments) {
        public PaymentOutcomes {
            payments = List.copyOf(payments);
        }
    }

    public List<Operation> all() {
        return List.of(Operation.post(
                        "bringPayments",
                        "/payments",
                        "Brings many payments; each has its own outcome, and is taken once under its key.",
                        ApiScope.BATCHES,
                        BroughtPayments.class,
                        200,
                        PaymentOutcomes.class,
                        this::bring)
                .upTo(BYTES_MOST));
    }

    private Reply bring(Call call) {
        List<BroughtPayment> rows = call.body(BroughtPayments.class).payments();
        List<Fault> faults = new ArrayList<>();
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                payments.add(payment(call.bearer(), rows.get(i)));
            } catch (DateTimeParseException _) {
                faults.add(new Fault("/payments/" + i + "/receivedOn", "is no day"));
            }
        }
        if (!faults.isEmpty()) {
            return new Reply.Refused(Problem.of(ProblemKind.BAD_BODY, "Nothing was done.", faults));
        }
        Change why = new Change(
                Instant.now(site.clock()), "api key " + call.bearer().id(), "payments that others have taken");
        Set<String> opened = opened(call.bearer(), payments);
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why,
                (connection, change) ->
                        new Reply.Told(200, new PaymentOutcomes(taken(connection, change, opened, payments))));
    }

    /// Named as the program's own: another program's names are others.
    private static Payment payment(ApiKey key, BroughtPayment row) {
        return new Payment(
                row.account(),
                Money.parse(row.amount()),
                LocalDate.parse(row.receivedOn()),
                Means.ofCode(row.means()).orElseThrow(),
                row.place(),
                new Payment.Key("api " + key.name(), row.key()),
                List.of());
    }

    /// Those of the accounts that the key opens.
    private Set<String> opened(ApiKey key, List<Payment> payments) {
        Stream<String> accounts = payments.stream().map(Payment::account).distinct();
        return (key.customer() == null
                        ? accounts
                        : accounts.filter(account ->
                                Opened.account(site.database(), key, account).isPresent()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<PaymentOutcome> taken(Connection connection, long change, Set<String> opened, List<Payment> payments)
            throws SQLException {
        PaymentBatch batch = PaymentBatch.begin(connection, () -> change, LocalDate.now(site.clock()), payments);
        List<PaymentOutcome> outcomes = new ArrayList<>();
        for (Payment payment : payments) {
            String name = Objects.requireNonNull(payment.key()).name();
            if (!opened.contains(payment.account())) {
                outcomes.add(new PaymentOutcome(name, "refused", null, "unknown-account"));
                continue;
            }
            outcomes.add(
                    switch (batch.take(payment, StampDuty.NONE, site.paymentLimits())) {
                        case PaymentAnswer.Taken taken ->
                            new PaymentOutcome(
                                    name,
                                    taken.isNew() ? "taken" : "taken-before",
                                    taken.receipt().number().toString(),
                                    null);
                        case PaymentAnswer.Refused(var reason, var _) ->
                            new PaymentOutcome(name, "refused", null, reason.code());
                    });
        }
        batch.send();
        return outcomes;
    }
}
