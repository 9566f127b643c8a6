package org.taswiya.web.pay;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintedAccountPaper;
import org.taswiya.run.ReceiptSheet;
import org.taswiya.store.Database;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.receivables.AccountPayments;
import org.taswiya.store.receivables.AccountPayments.Paid;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What an account has paid, by whatever way, and the receipt of each payment as a paper.
@Controller
public final class PaymentPages {
    private static final String PATH = "/payments/{account:[0-9]{10}}";

    /// On a page.
    private static final int MOST = 12;

    private final Site site;
    private final Problems problems;

    PaymentPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param paid the last ones first
    /// @param credit what the account has to its credit now, of whatever it came
    /// @param isFirst whether no later ones were left out
    /// @param older the receipt before which older ones are; empty where there are none
    public record Payments(String account, List<Paid> paid, Money credit, boolean isFirst, String older) {
        public Payments {
            paid = List.copyOf(paid);
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> list(
            @PathVariable("account") String account,
            @RequestParam(name = "before", defaultValue = "") String before,
            SignedIn customer,
            HttpServletRequest request) {
        Optional<ReceiptNumber> receipt = ReceiptNumber.parse(before);
        if (!customer.sees(account) || receipt.isEmpty() && !before.isEmpty()) {
            return problems.unknown(request);
        }
        Database seen = SignedIn.seen(site).database();
        long serial = receipt.map(ReceiptNumber::serial).orElse(Long.MAX_VALUE);
        List<Paid> found = AccountPayments.before(seen, account, serial, MOST + 1);
        List<Paid> shown = found.subList(0, Math.min(MOST, found.size()));
        Money credit = AccountStatement.of(seen, List.of(account)).getFirst().credit();
        String older = found.size() > MOST ? shown.getLast().receipt().number().toString() : "";
        return Rendered.page(
                "pay/payments",
                Frame.of(site, request),
                new Payments(account, shown, credit, receipt.isEmpty(), older));
    }

    @GetMapping(PATH + "/{receipt:R[0-9]{10}[A-Z]{2}}.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable("account") String account,
            @PathVariable("receipt") String number,
            SignedIn customer,
            HttpServletRequest request) {
        Database seen = SignedIn.seen(site).database();
        return ReceiptNumber.parse(number)
                .filter(_ -> customer.sees(account))
                .flatMap(receipt -> Receipts.of(seen, receipt))
                .filter(receipt -> receipt.payment().account().equals(account))
                .map(receipt -> drawn(seen, receipt))
                .orElseGet(() -> problems.unknown(request));
    }

    private ResponseEntity<byte[]> drawn(Database seen, Receipt receipt) {
        byte[] bytes = PrintedAccountPaper.bytes(
                ReceiptSheet.of(seen, receipt, site.currency(), LocalDate.now(site.clock())),
                site.profile(),
                PrintForm.BILINGUAL);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(receipt.number() + ".pdf")
                                .build()
                                .toString())
                .body(bytes);
    }

    /// What changes when the first page of them has changed.
    public static String edition(Database seen, String account) {
        return Integer.toHexString(AccountPayments.before(seen, account, Long.MAX_VALUE, MOST)
                .toString()
                .hashCode());
    }
}
