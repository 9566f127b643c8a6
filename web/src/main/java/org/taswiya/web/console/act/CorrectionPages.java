package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.run.desk.DeskBills;
import org.taswiya.run.desk.RebillAnswer;
import org.taswiya.run.desk.RebillLook;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.lookup.ListedReading;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.page.TypedDay;
import org.taswiya.web.reading.TypedDial;

/// Readings that staff put right: what is billed then is looked at first.
@Controller
public final class CorrectionPages {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionPages.class);
    private static final String LIST = "/staff/accounts/{account:[0-9]{10}}/readings";
    private static final String ONE = LIST + "/{agreement:[A-Za-z0-9-]{1,40}}/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}";
    private static final int MOST = 60;
    private static final int LONGEST = 500;

    private final Site site;
    private final Desk desk;
    private final Problems problems;

    CorrectionPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
    }

    /// @param readings the newest first
    public record Readings(FoundAccount who, AccountStatement statement, List<ListedReading> readings, int most) {
        public Readings {
            readings = List.copyOf(readings);
        }
    }

    /// The form for one reading, and what is billed with the value typed.
    ///
    /// @param value as it was typed
    /// @param kind `actual` or `customer`
    /// @param look what it comes to; null before it is looked at
    /// @param fault the key of what is wrong; empty for nothing
    /// @param found what was found, for a person; empty for nothing
    public record Correction(
            FoundAccount who,
            AccountStatement statement,
            ListedReading reading,
            String value,
            String kind,
            String why,
            @Nullable RebillLook look,
            String fault,
            String field,
            String found) {
        Correction with(@Nullable RebillLook newLook, String newFault, String newField, String newFound) {
            return new Correction(who, statement, reading, value, kind, why, newLook, newFault, newField, newFound);
        }

        public String path() {
            return "/staff/accounts/" + who.account() + "/readings/" + reading.agreement() + "/" + reading.at();
        }
    }

    @GetMapping(LIST)
    ResponseEntity<byte[]> list(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        if (who.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, account, "readings");
        Readings page = new Readings(
                who.get(), desk.statement(account), ListedReading.of(site.database(), account, MOST), MOST);
        return Rendered.page("console/act/readings", Frame.of(site, request), page);
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> form(
            @PathVariable("account") String account,
            @PathVariable("agreement") String agreement,
            @PathVariable("day") String day,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<Correction> form = correction(account, agreement, day, request);
        if (form.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, account, "reading " + agreement + " " + day);
        return shown(200, form.get(), request);
    }

    @PostMapping(ONE)
    ResponseEntity<byte[]> act(
            @PathVariable("account") String account,
            @PathVariable("agreement") String agreement,
            @PathVariable("day") String day,
            StaffSignedIn staff,
            HttpServletRequest request) {
        Optional<Correction> found = correction(account, agreement, day, request);
        if (found.isEmpty()) {
            return problems.unknown(request);
        }
        Correction form = found.get();
        Optional<Decimal> value = TypedDial.value(form.value());
        if (value.isEmpty()) {
            return shown(422, form.with(null, "correct.fault.value", "value", ""), request);
        }
        if (form.why().isBlank() || form.why().length() > LONGEST) {
            return shown(422, form.with(null, "act.fault.why", "why", ""), request);
        }
        try {
            return answered(form, correct(form, value.get(), staff, request), request);
        } catch (DatabaseException e) {
            LOG.warn("a reading was not corrected", e);
            return shown(503, form.with(null, "act.fault.busy", "value", ""), request);
        }
    }

    private RebillAnswer correct(Correction form, Decimal value, StaffSignedIn staff, HttpServletRequest request) {
        Actor actor = desk.actor(staff, request);
        String why = form.why().strip();
        String provenance = "corrected by " + actor.staff() + ": " + why;
        LocalDate at = form.reading().at();
        Reading reading = form.kind().equals("customer")
                ? new Reading.CustomerReading(at, value, provenance)
                : new Reading.ActualReading(at, value, provenance);
        return DeskBills.correct(
                site.database(),
                form.who().account(),
                form.reading().agreement(),
                reading,
                site.readingChecks(),
                desk.terms().rebilling(),
                desk.today(),
                actor,
                why,
                Desk.typed(request, "seen"),
                desk.isAtOnce(request));
    }

    private ResponseEntity<byte[]> answered(Correction form, RebillAnswer answer, HttpServletRequest request) {
        return switch (answer) {
            case RebillAnswer.Done(var bills) ->
                Desk.go(Desk.first(bills, "/staff/accounts/" + form.who().account() + "/readings"));
            case RebillAnswer.Looked(var look) -> shown(200, form.with(look, "", "", ""), request);
            case RebillAnswer.Changed(var look) ->
                shown(409, form.with(look, "act.fault.changed", "look", ""), request);
            case RebillAnswer.Refused(var reason, var found) ->
                shown(422, form.with(null, refused(reason), "value", found), request);
        };
    }

    static String refused(RebillAnswer.Reason reason) {
        return switch (reason) {
            case NOT_SHOWN -> "correct.refused.not-shown";
            case READS_SO -> "correct.refused.reads-so";
            case TAKEN_BACK -> "cancel.refused.taken-back";
            case WRONG_DAY -> "cancel.refused.wrong-day";
            case NOT_NOW -> "rebill.refused.not-now";
        };
    }

    /// Nothing of what is another's, and nothing of what is not there.
    private Optional<Correction> correction(String account, String agreement, String day, HttpServletRequest request) {
        Optional<LocalDate> at = TypedDay.parse(day);
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        return at.isEmpty() || who.isEmpty()
                ? Optional.empty()
                : ListedReading.of(site.database(), account, agreement, at.get())
                        .map(reading -> new Correction(
                                who.get(),
                                desk.statement(account),
                                reading,
                                Desk.typed(request, "value"),
                                kind(Desk.typed(request, "kind"), reading),
                                Desk.typed(request, "why"),
                                null,
                                "",
                                "",
                                ""));
    }

    /// Whose reading it is stays as it was, until somebody says otherwise.
    private static String kind(String typed, ListedReading reading) {
        String said = typed.isEmpty() ? reading.kind() : typed;
        return said.equals("customer") ? said : "actual";
    }

    private ResponseEntity<byte[]> shown(int status, Correction page, HttpServletRequest request) {
        return Rendered.page(status, "console/act/correct", Frame.of(site, request), page);
    }
}
