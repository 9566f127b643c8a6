package org.taswiya.web.dispute;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.adjustment.StoredDispute;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What a customer does not accept, and what is answered.
@Controller
public final class DisputePages {
    private static final Logger LOG = LoggerFactory.getLogger(DisputePages.class);
    private static final String AUTHOR = "online agency";

    private final Site site;
    private final Problems problems;
    private final List<String> reasons;
    /// Numbers of disputes follow each other: two who open one at the same moment would take the same.
    private final ReentrantLock opening = new ReentrantLock();

    DisputePages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.reasons = TypedDispute.offered(site.adjustments());
    }

    /// @param disputes the newest first
    /// @param bills of which something is open and not disputed
    public record Listed(List<StoredDispute> disputes, List<StatedBill> bills, LocalDate today) {
        public Listed {
            disputes = List.copyOf(disputes);
            bills = List.copyOf(bills);
        }
    }

    /// The form for one bill.
    ///
    /// @param isPart whether it is about less than all that is open
    /// @param part how much, as it was typed
    /// @param standing a dispute of it that is not settled; null where there is none
    /// @param fault of the texts `dispute.fault.`; empty for none
    public record Form(
            String account,
            StatedBill bill,
            List<String> reasons,
            int days,
            @Nullable StoredDispute standing,
            String reason,
            String words,
            boolean isPart,
            String part,
            String fault) {
        public Form {
            reasons = List.copyOf(reasons);
        }

        Form with(TypedDispute typed, String found) {
            return new Form(
                    account,
                    bill,
                    reasons,
                    days,
                    standing,
                    typed.reason(),
                    typed.words(),
                    typed.isPart(),
                    typed.part(),
                    found);
        }

        /// Whether the fault is one of the amount.
        public boolean isAboutAmount() {
            return List.of("amount", "which", "much").contains(fault);
        }

        /// Whether there is anything to dispute.
        public boolean isPossible() {
            return standing == null && bill.open().signum() > 0 && !reasons.isEmpty();
        }
    }

    @GetMapping("/disputes")
    ResponseEntity<byte[]> list(SignedIn customer, HttpServletRequest request) {
        List<StoredDispute> disputes = new ArrayList<>();
        Database seen = SignedIn.seen(site).database();
        customer.managedAccounts().forEach(account -> disputes.addAll(Disputes.list(seen, account)));
        disputes.sort(Comparator.comparingLong(StoredDispute::id).reversed());
        List<StatedBill> bills = AccountStatement.of(seen, customer.managedAccounts()).stream()
                .flatMap(account -> account.bills().stream())
                .filter(bill -> bill.open().signum() > 0 && standing(bill, disputes) == null)
                .toList();
        return Rendered.page(
                "disputes", Frame.of(site, request), new Listed(disputes, bills, LocalDate.now(site.clock())));
    }

    @GetMapping("/disputes/new/{number:[0-9]{10}[A-Z]{2}}")
    ResponseEntity<byte[]> ask(
            @PathVariable("number") String number,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "choice", defaultValue = "all") String choice,
            @RequestParam(name = "part", defaultValue = "") String part,
            SignedIn customer,
            HttpServletRequest request) {
        TypedDispute typed = new TypedDispute(reason, words, choice, part);
        return form(number, customer)
                .map(form -> form.with(typed, ""))
                .map(form -> Rendered.page("dispute", Frame.of(site, request), form))
                .orElseGet(() -> problems.unknown(request));
    }

    @PostMapping("/disputes/new/{number:[0-9]{10}[A-Z]{2}}")
    ResponseEntity<?> open(
            @PathVariable("number") String number,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "choice", defaultValue = "all") String choice,
            @RequestParam(name = "part", defaultValue = "") String part,
            SignedIn customer,
            HttpServletRequest request) {
        Optional<Form> form = form(number, customer);
        if (form.isEmpty()) {
            return problems.unknown(request);
        }
        TypedDispute typed = new TypedDispute(reason, words, choice, part);
        String fault = typed.fault(reasons, site.currency());
        if (fault.isEmpty()) {
            fault = opened(form.get(), typed, customer);
        }
        return fault.isEmpty()
                ? Rendered.go("/disputes")
                : Rendered.page(
                        422, "dispute", Frame.of(site, request), form.get().with(typed, fault));
    }

    /// @return what keeps it from being taken; empty where it stands now
    private String opened(Form form, TypedDispute typed, SignedIn customer) {
        LocalDate today = LocalDate.now(site.clock());
        Disputes.Opened asked = new Disputes.Opened(
                form.account(),
                ItemKey.bill(form.bill().number().toString()),
                typed.amount(site.currency()),
                typed.reason(),
                typed.evidence());
        Change why = new Change(Instant.now(site.clock()), AUTHOR, "disputed by " + customer.doing(form.account()));
        opening.lock();
        try {
            return switch (Disputes.open(site.database(), site.adjustments(), asked, new Days(today, today), why)) {
                case DisputeAnswer.Done _ -> "";
                case DisputeAnswer.Refused refused ->
                    refused.reason() == AdjustmentRefusal.DISPUTED_ALREADY
                            ? again(asked)
                            : refused.reason() == AdjustmentRefusal.MORE_THAN_BILLED ? "much" : "nothing";
            };
        } catch (DatabaseException e) {
            LOG.warn("a dispute was not opened", e);
            return "busy";
        } finally {
            opening.unlock();
        }
    }

    /// The same sent twice is one; whatever else stands keeps another from being opened.
    private String again(Disputes.Opened asked) {
        return Disputes.list(SignedIn.seen(site).database(), asked.account()).stream()
                        .anyMatch(stored -> stored.item().equals(asked.item())
                                && (asked.amount() == null || asked.amount().equals(stored.amount()))
                                && stored.reason().equals(asked.reason())
                                && stored.evidence().equals(asked.evidence()))
                ? ""
                : "already";
    }

    /// Nothing of what is another's, and nothing of what is not there.
    private Optional<Form> form(String number, SignedIn customer) {
        Database seen = SignedIn.seen(site).database();
        for (AccountStatement account : AccountStatement.of(seen, customer.managedAccounts())) {
            for (StatedBill bill : account.bills()) {
                if (bill.number().toString().equals(number)) {
                    StoredDispute standing = standing(bill, Disputes.list(seen, account.account()));
                    return Optional.of(new Form(
                            account.account(),
                            bill,
                            reasons,
                            site.adjustments().disputeDays(),
                            standing,
                            "",
                            "",
                            false,
                            "",
                            ""));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable StoredDispute standing(StatedBill bill, List<StoredDispute> disputes) {
        return disputes.stream()
                .filter(dispute ->
                        dispute.item().equals(ItemKey.bill(bill.number().toString())))
                .filter(StoredDispute::isUnsettled)
                .findFirst()
                .orElse(null);
    }

    /// The key of the words for a reason: what clerks give beside the offered ones has one word for all.
    public static String reasonKey(String reason) {
        return "dispute.reason." + (TypedDispute.offered(Set.of(reason)).isEmpty() ? "other" : reason);
    }
}
