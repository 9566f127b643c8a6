package org.taswiya.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.TypedText;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.online.CardWishes;
import org.taswiya.store.online.CardWishes.Payable;
import org.taswiya.store.online.WishedCard;
import org.taswiya.web.Site;
import org.taswiya.web.door.Attempts;
import org.taswiya.web.door.Network;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedMoney;

/// A bill paid by somebody who has not signed in: a son, a tenant, a neighbour. They know the account and the number of
/// one of its bills, both of which stand on the bill; who does not know both is told nothing, and the same whatever is
/// wrong. Who knows both is told what is due of that bill.
@Controller
public final class GuestPages {
    /// From one network address within the time of [Attempts].
    private static final int ASKED_MOST = 20;

    private final Site site;
    private final CardDesk desk;
    private final Attempts asked;

    GuestPages(Site site, CardDesk desk) {
        this.site = site;
        this.desk = desk;
        this.asked = new Attempts(site, "bills of guests", ASKED_MOST);
    }

    /// @param fault of the texts `guest.fault.`; empty for none
    public record Guest(String account, String bill, String fault, boolean isOpen) {}

    /// @param account as it is kept, not as it was typed
    /// @param fault of the texts `guest.fault.`; empty for none
    public record GuestBill(String account, String bill, Money due, String fault, boolean isOpen) {}

    /// A link may bring both, such as the one in a bill's square code.
    @GetMapping("/guest")
    ResponseEntity<byte[]> ask(
            @RequestParam(name = "account", defaultValue = "") String account,
            @RequestParam(name = "bill", defaultValue = "") String bill,
            HttpServletRequest request) {
        return asked(account, bill, 200, "", request);
    }

    @PostMapping("/guest")
    ResponseEntity<byte[]> show(
            @RequestParam(name = "account", defaultValue = "") String account,
            @RequestParam(name = "bill", defaultValue = "") String bill,
            HttpServletRequest request) {
        if (!asked.isAllowed(Network.of(request))) {
            return asked(account, bill, 429, "often", request);
        }
        return due(account, bill, 200, "", request);
    }

    @PostMapping("/guest/pay")
    ResponseEntity<byte[]> pay(
            @RequestParam(name = "account", defaultValue = "") String account,
            @RequestParam(name = "bill", defaultValue = "") String bill,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            HttpServletRequest request) {
        if (!asked.isAllowed(Network.of(request))) {
            return asked(account, bill, 429, "often", request);
        }
        Optional<BillNumber> number = number(bill);
        Optional<Money> shown = TypedMoney.amount(seen, site.currency());
        if (number.isEmpty() || !desk.isOpen()) {
            return asked(account, bill, 404, "unknown", request);
        }
        if (shown.isEmpty()) {
            return due(account, bill, 409, "changed", request);
        }
        CardDesk.Wanted wanted =
                new CardDesk.Wanted(TypedText.number(account), number.get(), null, shown.get(), true, "a guest");
        return switch (desk.ask(wanted)) {
            case WishedCard.Sent(var attempt, var token, var _) -> desk.send(attempt, token, request);
            case WishedCard.Changed _, WishedCard.Underway _, WishedCard.TooMuch _ ->
                due(account, bill, 409, "changed", request);
            case WishedCard.Unknown _ -> asked(account, bill, 404, "unknown", request);
        };
    }

    private ResponseEntity<byte[]> asked(
            String account, String bill, int status, String fault, HttpServletRequest request) {
        return Rendered.page(
                status, "pay/guest", Frame.of(site, request), new Guest(account, bill, fault, desk.isOpen()));
    }

    private ResponseEntity<byte[]> due(
            String account, String bill, int status, String fault, HttpServletRequest request) {
        String reference = TypedText.number(account);
        Optional<Payable> payable = number(bill)
                .flatMap(number -> CardWishes.payable(
                        site.seenBy(List.of(reference)).database(), reference, number, desk.today()));
        if (payable.isEmpty()) {
            return asked(account, bill, 404, "unknown", request);
        }
        GuestBill shown = new GuestBill(
                reference, number(bill).orElseThrow().toString(), payable.get().due(), fault, desk.isOpen());
        return Rendered.page(status, "pay/guest-bill", Frame.of(site, request), shown);
    }

    private static Optional<BillNumber> number(String typed) {
        return BillNumber.parse(TypedText.number(typed));
    }
}
