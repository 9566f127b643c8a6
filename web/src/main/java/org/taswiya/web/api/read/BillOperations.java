package org.taswiya.web.api.read;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.api.Opened;
import org.taswiya.store.api.Opened.OpenedBill;
import org.taswiya.web.Site;
import org.taswiya.web.agency.BillPages;
import org.taswiya.web.agency.BillsMade;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.call.TurnedAway;
import org.taswiya.web.api.json.Says;

/// Bills: in a list, with all that they are made up of, as the paper, and as the document that anyone recomputes.
public final class BillOperations {
    private static final String ONE = "/bills/" + PathPart.BILL.inPath();

    private final Site site;
    private final BillPages papers;

    public BillOperations(Site site, BillPages papers) {
        this.site = site;
        this.papers = papers;
    }

    /// A bill in a list.
    public record BillHead(
            @Says("Its number, as printed.") String bill,
            @Says("Whose it is.") String account,
            @Says("What was billed.") String service,
            @Says("The day of the bill.") LocalDate billedOn,
            @Says("The day by which it is to be paid.") LocalDate dueOn,
            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("As billed; below zero for a credit.") Money total,
            @Says("What of it is still to be paid.") Money open,
            @Says("Whether it rests on an estimate.") boolean estimated,
            @Says("Whether it was taken back.") boolean cancelled) {
        static BillHead of(StatedBill stated, String account, String currency) {
            return new BillHead(
                    stated.number().toString(),
                    account,
                    stated.service(),
                    stated.billedOn(),
                    stated.dueOn(),
                    currency,
                    stated.total(),
                    stated.open(),
                    stated.isEstimated(),
                    stated.isCancelled());
        }
    }

    /// Some of them.
    public record BillPage(
            @Says("Those of an account the newest first, those of all the oldest; those that were taken back too.")
            List<BillHead> bills,

            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public BillPage {
            bills = List.copyOf(bills);
        }
    }

    /// A bill with all that it is made up of.
    public record Bill(
            @Says("What the list says of it.") BillHead head,
            @Says("The service agreement that is billed.") String agreement,
            @Says("The tariff by which it is priced.") String tariff,

            @Says("Its parts, by periods; what is claimed of each adds up to the total.")
            List<BilledSegment> segments,

            @Says("What was estimated, when it rests on an estimate.") @Nullable BilledEstimate estimate,

            @Says("What was settled, by months, with its proof, when read.") @Nullable BilledSettlement settlement) {
        public Bill {
            segments = List.copyOf(segments);
        }
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listAllBills",
                                "/bills",
                                "The bills of all accounts that the key opens, the oldest first.",
                                BillPage.class,
                                this::every)
                        .paged(),
                Operation.get(
                                "listBills",
                                "/accounts/" + PathPart.ACCOUNT.inPath() + "/bills",
                                "The bills of an account.",
                                BillPage.class,
                                this::list)
                        .paged(),
                Operation.get(
                                "getBill",
                                ONE,
                                "A bill with its lines, and its settlement with the proof; or the paper that was sent.",
                                Bill.class,
                                this::one)
                        .alsoAs(Operation.PDF)
                        .refusing(ProblemKind.BILL_NOT_REMADE),
                Operation.get(
                                "getBillDocument",
                                ONE + "/document",
                                "The bill with its inputs, prices and digest: `taswiya verify` recomputes it.",
                                null,
                                this::document)
                        .refusing(ProblemKind.BILL_NOT_REMADE));
    }

    private Reply list(Call call) {
        String account = Accounts.opened(site, call);
        Call.Page<StatedBill> page =
                call.page(bills(account), stated -> stated.number().toString());
        return Reply.of(new BillPage(
                page.values().stream()
                        .map(stated -> BillHead.of(stated, account, site.currency()))
                        .toList(),
                page.next()));
    }

    /// In the order in which they were issued: what is issued meanwhile comes on the last page.
    private Reply every(Call call) {
        if (!call.cursor().matches("[0-9]{0,10}")) {
            throw Call.badCursor();
        }
        long after = call.cursor().isEmpty() ? 0 : Long.parseLong(call.cursor());
        Call.Page<OpenedBill> page = call.pageOf(
                Opened.bills(site.database(), call.bearer(), after, call.limit() + 1),
                bill -> Long.toString(bill.number().serial()));
        List<String> accounts =
                page.values().stream().map(OpenedBill::account).distinct().toList();
        Map<BillNumber, StatedBill> stated = AccountStatement.of(site.database(), accounts).stream()
                .flatMap(statement -> statement.bills().stream())
                .collect(Collectors.toMap(StatedBill::number, Function.identity()));
        return Reply.of(new BillPage(
                page.values().stream()
                        .filter(bill -> stated.containsKey(bill.number()))
                        .map(bill -> BillHead.of(
                                Objects.requireNonNull(stated.get(bill.number())), bill.account(), site.currency()))
                        .toList(),
                page.next()));
    }

    private List<StatedBill> bills(String account) {
        return AccountStatement.of(site.database(), List.of(account)).stream()
                .flatMap(statement -> statement.bills().stream())
                .toList();
    }

    private StatedBill stated(Call call, String account) {
        return papers.of(account, call.part(PathPart.BILL)).orElseThrow(Call::unknown);
    }

    private Reply one(Call call) {
        String account = Accounts.ofBill(site, call);
        StatedBill stated = stated(call, account);
        if (call.media().equals(Operation.PDF)) {
            byte[] paper = papers.paper(stated)
                    .map(page -> Objects.requireNonNull(page.getBody()))
                    .orElseThrow(BillOperations::notRemade);
            return new Reply.Paper(Operation.PDF, paper, stated.number() + ".pdf");
        }
        ReprintedBill.Same made = BillsMade.of(site, stated.number(), 0).orElseThrow(BillOperations::notRemade);
        return Reply.of(BilledParts.bill(
                BillHead.of(stated, account, site.currency()), made.document().bill()));
    }

    private Reply document(Call call) {
        StatedBill stated = stated(call, Accounts.ofBill(site, call));
        ReprintedBill.Same made = BillsMade.of(site, stated.number(), 0).orElseThrow(BillOperations::notRemade);
        return new Reply.ToldAgain(200, new String(made.document().bytes(), StandardCharsets.UTF_8), false);
    }

    static TurnedAway notRemade() {
        return Problem.of(
                        ProblemKind.BILL_NOT_REMADE,
                        "What it was made from has changed since, such as its price book. The list has its amounts.")
                .thrown();
    }
}
