package org.taswiya.web.api.read;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.adjustment.StoredDispute;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// What customers do not accept, and how it stands.
public final class DisputeOperations {
    private final Site site;

    public DisputeOperations(Site site) {
        this.site = site;
    }

    /// A dispute, without the words of the customer and of whoever answered.
    public record Dispute(
            @Says("Its number.") String dispute,
            @Says("Whose it is.") String account,

            @Says("The bill, or the item of the old system, that is disputed.")
            String item,

            @Says("The ISO 4217 code of the amount.") String currency,
            @Says("What of it is disputed.") Money amount,
            @Says("For which of the utility's reasons.") String reason,

            @Says(
                    value = "How far it is.",
                    oneOf = {"open", "upheld", "rejected", "settled", "taken-back"})
            String state,

            @Says("The day on which it was opened.") LocalDate openedOn,
            @Says("The day by which it is to be answered.") LocalDate answerBy,

            @Says("The day on which it was answered; absent before.") @Nullable LocalDate answeredOn) {
        /// As the books have it.
        public static Dispute of(StoredDispute stored, String currency) {
            return new Dispute(
                    Long.toString(stored.id()),
                    stored.account(),
                    stored.item().number(),
                    currency,
                    stored.amount(),
                    stored.reason(),
                    stored.state().code(),
                    stored.openedOn(),
                    stored.answerBy(),
                    stored.end() == null ? null : stored.end().on());
        }
    }

    /// Some of them.
    public record DisputePage(
            @Says("The newest first.") List<Dispute> disputes,

            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public DisputePage {
            disputes = List.copyOf(disputes);
        }
    }

    public List<Operation> all() {
        return List.of(Operation.get(
                        "listDisputes",
                        "/accounts/" + PathPart.ACCOUNT.inPath() + "/disputes",
                        "What of an account's bills is disputed, and how it stands.",
                        DisputePage.class,
                        this::list)
                .paged());
    }

    private Reply list(Call call) {
        List<Dispute> all = Disputes.list(site.database(), Accounts.opened(site, call)).stream()
                .sorted(Comparator.comparingLong(StoredDispute::id).reversed())
                .map(stored -> Dispute.of(stored, site.currency()))
                .toList();
        Call.Page<Dispute> page = call.page(all, Dispute::dispute);
        return Reply.of(new DisputePage(page.values(), page.next()));
    }
}
