package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.run.desk.DeskBills;
import org.taswiya.run.desk.RebillAnswer;
import org.taswiya.run.desk.RebillLook;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Bills that staff take back, to be made again: what they come to then is looked at first.
@Controller
public final class CancelPages {
    private static final Logger LOG = LoggerFactory.getLogger(CancelPages.class);
    private static final String PATH = "/staff/bills/{number:[0-9]{10}[A-Z]{2}}/cancel";
    private static final int LONGEST = 500;

    private final Site site;
    private final Desk desk;
    private final Problems problems;

    CancelPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
    }

    /// The form, and what is billed again.
    ///
    /// @param agreement of the bill; empty where it stands no more
    /// @param look what it comes to; null before it is looked at
    /// @param fault the key of what is wrong; empty for nothing
    /// @param found what was found, for a person; empty for nothing
    public record Cancel(
            FoundAccount who,
            AccountStatement statement,
            StatedBill bill,
            String agreement,
            String why,
            @Nullable RebillLook look,
            String fault,
            String field,
            String found) {
        Cancel with(@Nullable RebillLook newLook, String newFault, String newField, String newFound) {
            return new Cancel(who, statement, bill, agreement, why, newLook, newFault, newField, newFound);
        }
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> form(
            @PathVariable("number") String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<Cancel> form = cancel(number, request);
        if (form.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, form.get().who().account(), "taking back of bill " + number);
        return shown(200, form.get(), request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> act(@PathVariable("number") String number, StaffSignedIn staff, HttpServletRequest request) {
        Optional<Cancel> found = cancel(number, request);
        if (found.isEmpty()) {
            return problems.unknown(request);
        }
        Cancel form = found.get();
        if (form.why().isBlank() || form.why().length() > LONGEST) {
            return shown(422, form.with(null, "act.fault.why", "why", ""), request);
        }
        try {
            RebillAnswer answer = DeskBills.cancel(
                    site.database(),
                    form.who().account(),
                    form.agreement(),
                    form.bill().number(),
                    desk.terms().rebilling(),
                    desk.today(),
                    desk.actor(staff, request),
                    form.why().strip(),
                    Desk.typed(request, "seen"),
                    desk.isAtOnce(request));
            return answered(form, answer, request);
        } catch (DatabaseException e) {
            LOG.warn("a bill was not taken back", e);
            return shown(503, form.with(null, "act.fault.busy", "why", ""), request);
        }
    }

    private ResponseEntity<byte[]> answered(Cancel form, RebillAnswer answer, HttpServletRequest request) {
        return switch (answer) {
            case RebillAnswer.Done(var bills) ->
                Desk.go(Desk.first(bills, "/staff/accounts/" + form.who().account()));
            case RebillAnswer.Looked(var look) -> shown(200, form.with(look, "", "", ""), request);
            case RebillAnswer.Changed(var look) ->
                shown(409, form.with(look, "act.fault.changed", "look", ""), request);
            case RebillAnswer.Refused(var reason, var found) ->
                shown(422, form.with(null, CorrectionPages.refused(reason), "why", found), request);
        };
    }

    private Optional<Cancel> cancel(String number, HttpServletRequest request) {
        Optional<BillNumber> bill = BillNumber.parse(number);
        Optional<String> account = bill.flatMap(known -> CustomerSearch.accountOfBill(site.database(), known));
        Optional<FoundAccount> who = account.flatMap(whose -> CustomerSearch.account(site.database(), whose));
        if (bill.isEmpty() || account.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        AccountStatement statement = desk.statement(account.get());
        String agreement = StatedAgreement.ofBill(
                        site.database(), account.get(), bill.get().serial())
                .orElse("");
        return statement.bills().stream()
                .filter(one -> one.number().equals(bill.get()))
                .findFirst()
                .map(stated -> new Cancel(
                        who.get(), statement, stated, agreement, Desk.typed(request, "why"), null, "", "", ""));
    }

    private ResponseEntity<byte[]> shown(int status, Cancel page, HttpServletRequest request) {
        return Rendered.page(status, "console/act/cancel", Frame.of(site, request), page);
    }
}
