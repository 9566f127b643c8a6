package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.api.Opened;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// Money that came in.
public final class PaymentOperations {
    private final Site site;

    public PaymentOperations(Site site) {
        this.site = site;
    }

    /// A payment.
    public record Payment(
            @Says("The number of its receipt.") String receipt,
            @Says("Whose account it was paid to.") String account,
            @Says("The day on which it was received.") LocalDate receivedOn,

            @Says(
                    value = "How it was paid.",
                    oneOf = {"cash", "cheque", "card", "transfer", "direct-debit", "collector"})
            String means,

            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("All that was handed over, stamp duty with it.") Money amount,
            @Says("The stamp duty in it.") Money stamp,
            @Says("What it settled at once.") List<SettledItem> settled,
            @Says("What it left over then, to be used later.") Money credit,
            @Says("When it was taken back; absent while it stands.") @Nullable LocalDate reversedOn) {
        public Payment {
            settled = List.copyOf(settled);
        }
    }

    /// What of a payment settled what.
    public record SettledItem(
            @Says(value = "A bill, or an item of the old system.", oneOf = {"bill", "opening"}) String kind,
            @Says("Its number.") String number,
            @Says("How much of it.") Money amount) {}

    /// Some of them.
    public record PaymentPage(
            @Says("The newest first.") List<Payment> payments,
            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public PaymentPage {
            payments = List.copyOf(payments);
        }
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listPayments",
                                "/accounts/" + PathPart.ACCOUNT.inPath() + "/payments",
                                "The payments of an account, those that were taken back too.",
                                PaymentPage.class,
                                this::list)
                        .paged(),
                Operation.get(
                        "getPayment",
                        "/payments/" + PathPart.RECEIPT.inPath(),
                        "A payment.",
                        Payment.class,
                        this::one));
    }

    private Reply list(Call call) {
        String account = Accounts.opened(site, call);
        long before = call.cursor().isEmpty()
                ? Long.MAX_VALUE
                : ReceiptNumber.parse(call.cursor()).orElseThrow(Call::badCursor).serial();
        Call.Page<Receipt> page = call.pageOf(
                Receipts.before(site.database(), account, before, call.limit() + 1),
                receipt -> receipt.number().toString());
        return Reply.of(
                new PaymentPage(page.values().stream().map(this::payment).toList(), page.next()));
    }

    private Reply one(Call call) {
        ReceiptNumber number =
                ReceiptNumber.parse(call.part(PathPart.RECEIPT)).orElseThrow(Call::unknown);
        call.about(Opened.ofPayment(site.database(), call.bearer(), number).orElseThrow(Call::unknown));
        return Reply.of(Receipts.of(site.database(), number).map(this::payment).orElseThrow(Call::unknown));
    }

    private Payment payment(Receipt receipt) {
        return new Payment(
                receipt.number().toString(),
                receipt.payment().account(),
                receipt.payment().receivedOn(),
                receipt.payment().means().code(),
                site.currency(),
                receipt.payment().amount(),
                receipt.stamp(),
                receipt.allocations().stream()
                        .map(part -> new SettledItem(
                                part.to().kind().name().toLowerCase(Locale.ROOT), part.to().number(), part.amount()))
                        .toList(),
                receipt.credit(),
                receipt.reversedOn());
    }
}
