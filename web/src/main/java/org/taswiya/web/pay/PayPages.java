package org.taswiya.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.online.CardWishes;
import org.taswiya.store.online.CardWishes.Payable;
import org.taswiya.store.online.StandingAttempt;
import org.taswiya.store.online.WishedCard;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageLanguage;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedMoney;

/// What somebody who has signed in pays: all that is due, one bill, or a part.
@Controller
public final class PayPages {
    private static final String PATH = "/pay/{account:[0-9]{10}}";
    private static final String PART = "part";
    private static final String UNDISPUTED = "undisputed";
    private static final Set<String> CHOICES = Set.of("", "all", UNDISPUTED, PART);

    private final Site site;
    private final CardDesk desk;
    private final Problems problems;

    PayPages(Site site, CardDesk desk, Problems problems) {
        this.site = site;
        this.desk = desk;
        this.problems = problems;
    }

    /// @param bill empty for all that the account owes
    /// @param typed the part that was typed; empty where none was
    /// @param fault of the texts `pay.fault.`; empty for none
    /// @param underway what is being paid of the account; null where nothing is
    /// @param next the next instalment of an arrangement that runs; null where none does
    /// @param isAll whether all is chosen, with what is disputed
    /// @param isOpen whether cards are taken here
    /// @param waysToPay other ones, for where they are not
    public record Pay(
            String account,
            String bill,
            Payable payable,
            boolean isAll,
            boolean isPart,
            String typed,
            String fault,
            @Nullable StandingAttempt underway,
            Standing.@Nullable Row next,
            boolean isOpen,
            List<String> waysToPay) {
        /// Whether something is disputed beside what is due, and may be left out. Who pays one bill means all of it.
        public boolean isSplit() {
            return bill.isEmpty()
                    && payable.undisputed().signum() > 0
                    && payable.undisputed().compareTo(payable.due()) < 0;
        }

        /// Whether all that is open is disputed: nothing is asked for, and nothing chosen. Who pays one bill means it.
        public boolean isAllDisputed() {
            return bill.isEmpty()
                    && payable.undisputed().signum() == 0
                    && payable.due().signum() > 0;
        }

        /// What to pay of the next instalment: no more than is due, because a credit pays instalments too.
        public Money nextPart() {
            return next == null || payable.due().compareTo(next.open()) < 0 ? payable.due() : next.open();
        }

        public Money disputed() {
            return payable.due().minus(payable.undisputed());
        }

        public Pay {
            waysToPay = List.copyOf(waysToPay);
        }
    }

    /// What was typed, as it came.
    ///
    /// @param choice `all`, `undisputed` or `part`; empty for what is usual
    /// @param seen what the form showed as due
    /// @param rest what it showed as due and not disputed
    /// @param beside whether they want to pay although something is being paid
    record Form(String account, String bill, String choice, String part, String seen, String rest, String beside) {
        boolean isPart() {
            return choice.equals(PART);
        }

        boolean isUndisputed() {
            return choice.equals(UNDISPUTED);
        }

        /// Null for none; what is none of ours names none of the account's bills either.
        @Nullable BillNumber number() {
            return BillNumber.parse(bill).orElse(null);
        }

        boolean isMistaken() {
            return !bill.isEmpty() && number() == null;
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ask(
            @PathVariable("account") String account,
            @RequestParam(name = "bill", defaultValue = "") String bill,
            @RequestParam(name = "choice", defaultValue = "") String choice,
            @RequestParam(name = "part", defaultValue = "") String part,
            SignedIn customer,
            HttpServletRequest request) {
        return shown(new Form(account, bill, choice, part, "", "", ""), customer, 200, "", request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> pay(
            @PathVariable("account") String account,
            @RequestParam(name = "bill", defaultValue = "") String bill,
            @RequestParam(name = "choice", defaultValue = "") String choice,
            @RequestParam(name = "part", defaultValue = "") String part,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            @RequestParam(name = "rest", defaultValue = "") String rest,
            @RequestParam(name = "beside", defaultValue = "") String beside,
            SignedIn customer,
            HttpServletRequest request) {
        Form form = new Form(account, bill, choice, part, seen, rest, beside);
        if (!customer.sees(account) || form.isMistaken() || !desk.isOpen()) {
            return shown(form, customer, 409, "", request);
        }
        Optional<Money> shownDue = TypedMoney.amount(seen, site.currency());
        if (shownDue.isEmpty()) {
            return shown(form, customer, 409, "changed", request);
        }
        if (!CHOICES.contains(choice) || !form.isPart() && !part.isBlank()) {
            return shown(form, customer, 422, "which", request);
        }
        if (choice.isEmpty()
                && bill.isEmpty()
                && undisputedNow(account).filter(now -> now.signum() == 0).isPresent()) {
            return shown(form, customer, 422, "disputed", request);
        }
        Optional<Money> typed = TypedMoney.amount(part, site.currency());
        if (form.isPart() && typed.isEmpty()) {
            return shown(form, customer, 422, "amount", request);
        }
        if (form.isUndisputed()) {
            typed = undisputed(form);
            if (typed.isEmpty()) {
                return shown(form, customer, 409, "changed", request);
            }
        }
        CardDesk.Wanted wanted = new CardDesk.Wanted(
                account,
                form.number(),
                form.isPart() || form.isUndisputed() ? typed.get() : null,
                shownDue.get(),
                beside.equals("yes"),
                customer.doing(account));
        return switch (desk.ask(wanted)) {
            case WishedCard.Sent(var attempt, var token, var _) -> desk.send(attempt, token, request);
            case WishedCard.Changed _ -> shown(form, customer, 409, "changed", request);
            case WishedCard.Underway _ -> shown(form, customer, 409, "underway", request);
            case WishedCard.TooMuch _ -> shown(form, customer, 422, "much", request);
            case WishedCard.Unknown _ -> problems.unknown(request);
        };
    }

    /// What is due and not disputed; empty where that is none, or no longer what the form has shown.
    private Optional<Money> undisputed(Form form) {
        return undisputedNow(form.account())
                .filter(now -> now.signum() > 0
                        && TypedMoney.amount(form.rest(), site.currency()).equals(Optional.of(now)));
    }

    private Optional<Money> undisputedNow(String account) {
        return CardWishes.payable(SignedIn.seen(site).database(), account, null, desk.today())
                .filter(payable -> payable.due().signum() > 0)
                .map(Payable::undisputed);
    }

    /// Whoever pays by instalments owes all of it and has to pay the next one only.
    private Standing.@Nullable Row next(String account) {
        return Arrangements.running(SignedIn.seen(site).database(), account, desk.today())
                .map(one -> one.standingOn(desk.today()).next())
                .orElse(null);
    }

    /// As the books are now; what was typed stays.
    private ResponseEntity<byte[]> shown(
            Form form, SignedIn customer, int status, String fault, HttpServletRequest request) {
        if (!customer.sees(form.account()) || form.isMistaken()) {
            return problems.unknown(request);
        }
        Database seen = SignedIn.seen(site).database();
        Payable payable = CardWishes.payable(seen, form.account(), form.number(), desk.today())
                .orElse(null);
        if (payable == null) {
            return problems.unknown(request);
        }
        StandingAttempt underway = CardWishes.underway(seen, form.account(), desk.now()).stream()
                .findFirst()
                .orElse(null);
        Pay pay = new Pay(
                form.account(),
                form.bill(),
                payable,
                form.choice().equals("all"),
                form.isPart(),
                form.part(),
                fault,
                underway,
                next(form.account()),
                desk.isOpen(),
                Objects.requireNonNullElse(site.profile().waysToPay().get(PageLanguage.of(request)), List.of()));
        return Rendered.page(status, "pay/pay", Frame.of(site, request), pay);
    }
}
