package org.taswiya.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.taswiya.core.billing.BillComparison;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.access.MadePage;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// One bill, as a page and as the paper that was sent.
@Controller
public final class BillPages {
    private final Site site;
    private final Problems problems;
    private final PageMaker maker;

    BillPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
        this.maker = new PageMaker(site);
    }

    @GetMapping("/bills/{number:[0-9]{10}[A-Z]{2}}")
    ResponseEntity<byte[]> bill(@PathVariable("number") String number, SignedIn customer, HttpServletRequest request) {
        return page(SignedIn.seen(site), number, customer.seenAccounts(), request)
                .orElseGet(() -> problems.unknown(request));
    }

    @GetMapping("/bills/{number:[0-9]{10}[A-Z]{2}}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable("number") String number, SignedIn customer, HttpServletRequest request) {
        Site seen = SignedIn.seen(site);
        return own(seen, number, customer.seenAccounts())
                .flatMap(this::paper)
                .orElseGet(() -> problems.unknown(request));
    }

    /// A bill of an account. Whether whoever asks may see it, is asked before.
    public Optional<StatedBill> of(String account, String number) {
        return own(site, number, List.of(account));
    }

    /// The page of a bill of an account; empty where there is no such bill, or it cannot be made as it was.
    public Optional<ResponseEntity<byte[]>> page(String account, String number, HttpServletRequest request) {
        return page(site, number, List.of(account), request);
    }

    private Optional<ResponseEntity<byte[]>> page(
            Site seen, String number, List<String> accounts, HttpServletRequest request) {
        Frame frame = Frame.of(seen, request);
        return BillNumber.parse(number)
                .flatMap(bill -> shown(seen, bill, accounts, frame))
                .map(shown -> Rendered.page("bill", frame, shown));
    }

    private Optional<BillPage> shown(Site seen, BillNumber number, List<String> accounts, Frame frame) {
        return MadePage.of(seen.database().asking(), accounts, number, frame.language(), maker.edition())
                .flatMap(found -> Optional.ofNullable(found.page())
                        .or(() -> maker.make(number, frame.language()))
                        .map(page -> BillPage.of(found, page, seen.adjustments(), frame)));
    }

    /// The paper, as it was issued; empty where it cannot be made so. Whose it is, is asked before.
    public Optional<ResponseEntity<byte[]>> paper(StatedBill stated) {
        return BillsMade.of(site, stated.number(), BillToPrint.MONTHS_BEFORE).map(made -> drawn(stated, made));
    }

    /// The parts of a difference as a template lays them out.
    public static List<WhyPart> parts(BillComparison compared, Frame frame) {
        return WhyPart.of(compared, frame);
    }

    /// Nothing of what is another's, and nothing of what is not there: who asks cannot tell them apart.
    private static Optional<StatedBill> own(Site site, String number, List<String> accounts) {
        return AccountStatement.of(site.database(), accounts).stream()
                .flatMap(account -> account.bills().stream())
                .filter(bill -> bill.number().toString().equals(number))
                .findFirst();
    }

    private ResponseEntity<byte[]> drawn(StatedBill stated, ReprintedBill.Same made) {
        BillToPrint standing = made.toPrint();
        BillToPrint bill = stated.isCancelled() ? standing.cancelled() : standing;
        byte[] bytes = PrintedBill.bytes(bill, new PrintTerms(site.profile(), PrintForm.BILINGUAL, this::titles));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(stated.number() + ".pdf")
                                .build()
                                .toString())
                .body(bytes);
    }

    private Map<Language, String> titles(String tariff) {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        site.library().book(tariff).ifPresent(book -> {
            for (Language language : Language.values()) {
                titles.put(language, book.title().in(language));
            }
        });
        return titles;
    }
}
