package org.taswiya.web.api.write;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Change;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.api.ApiScope;
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
import org.taswiya.web.api.read.DisputeOperations.Dispute;
import org.taswiya.web.dispute.TypedDispute;

/// A dispute of all that is open of a bill, as the pages take it.
public final class DisputeOpening {
    private final Site site;
    private final List<String> reasons;

    public DisputeOpening(Site site) {
        this.site = site;
        this.reasons = TypedDispute.offered(site.adjustments());
    }

    /// What somebody has against a bill.
    public record NewDispute(
            @Says(value = "For which of the utility's reasons.", most = 40)
            String reason,

            @Says(value = "The customer's own words.", least = 1, most = TypedDispute.WORDS_MOST, isOfLines = true)
            String words) {}

    public List<Operation> all() {
        return List.of(Operation.post(
                        "openDispute",
                        "/bills/" + PathPart.BILL.inPath() + "/disputes",
                        "Disputes all that is open of a bill; it is not dunned until somebody has answered.",
                        ApiScope.DISPUTES,
                        NewDispute.class,
                        201,
                        Dispute.class,
                        this::open)
                .refusing(ProblemKind.NOT_FOUND, ProblemKind.DISPUTE_REFUSED));
    }

    private Reply open(Call call) {
        String account = Accounts.ofBill(site, call);
        NewDispute given = call.body(NewDispute.class);
        TypedDispute typed = new TypedDispute(given.reason(), given.words());
        String fault = typed.fault(reasons, site.currency());
        if (!fault.isEmpty()) {
            return new Reply.Refused(Problem.of(
                    ProblemKind.BAD_BODY,
                    "Nothing was written.",
                    List.of(
                            fault.equals("reason")
                                    ? new Fault("/reason", "expected one of " + String.join(", ", reasons))
                                    : new Fault("/words", "found no words, or too many"))));
        }
        LocalDate today = LocalDate.now(site.clock());
        Disputes.Opened asked = new Disputes.Opened(
                account, ItemKey.bill(call.part(PathPart.BILL)), null, typed.reason(), typed.evidence());
        Change why =
                new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), "disputed by the customer");
        return OnceDone.inBooks(
                site.database(),
                call.request(),
                why,
                (connection, change) ->
                        reply(Disputes.open(connection, site.adjustments(), asked, new Days(today, today), change)));
    }

    private Reply reply(DisputeAnswer answer) {
        return switch (answer) {
            case DisputeAnswer.Done(var stored) -> new Reply.Told(201, Dispute.of(stored, site.currency()));
            case DisputeAnswer.Refused(var reason, String found) ->
                new Reply.Refused(new Problem(
                        ProblemKind.DISPUTE_REFUSED, "Nothing was written: " + found + ".", null, reason.code()));
        };
    }
}
