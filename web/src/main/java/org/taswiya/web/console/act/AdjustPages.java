package org.taswiya.web.console.act;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.adjustment.AdjustmentReason;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.run.desk.AdjustmentLook;
import org.taswiya.run.desk.DeskAdjustment;
import org.taswiya.run.desk.DeskAdjustments;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.web.AgencyTerms;
import org.taswiya.web.Site;
import org.taswiya.web.console.StaffSignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// What staff take off or put on what an account owes: looked at first, then booked, or left to somebody else.
@Controller
public final class AdjustPages {
    private static final String PATH = "/staff/accounts/{account:[0-9]{10}}/adjust";
    private static final int BILLS_MOST = 24;
    private static final int RECENT_MOST = 10;
    private static final int KEY_BYTES = 8;

    private final Site site;
    private final Desk desk;
    private final Problems problems;

    AdjustPages(Site site, AgencyTerms terms, Problems problems) {
        this.site = site;
        this.desk = new Desk(site, terms);
        this.problems = problems;
    }

    /// What is to be said of what was typed.
    private record Said(int status, @Nullable AdjustmentLook look, String fault, String field, String found) {
        static final Said NOTHING = new Said(200, null, "", "", "");
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> form(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        if (who.isEmpty()) {
            return problems.unknown(request);
        }
        desk.looked(staff, request, account, "adjust");
        TypedAdjustment typed = TypedAdjustment.of(request).withoutKey();
        String bill = Desk.typed(request, "bill");
        return shown(who.get(), bill.isEmpty() ? typed : typed.withItem(bill), Said.NOTHING, staff, request);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> act(
            @PathVariable("account") String account, StaffSignedIn staff, HttpServletRequest request) {
        Optional<FoundAccount> who = CustomerSearch.account(site.database(), account);
        if (who.isEmpty()) {
            return problems.unknown(request);
        }
        AdjustmentRules rules = desk.adjustments(staff);
        Map<String, Money> amounts = new HashMap<>();
        items(account, desk.statement(account)).forEach(item -> amounts.put(item.number(), item.amount()));
        TypedAdjustment typed = TypedAdjustment.of(request);
        String fault = typed.fault(rules.reasons(), amounts, site.currency());
        if (!fault.isEmpty()) {
            String key = fault.equals("why") ? "act.fault.why" : "adjust.fault." + fault;
            return shown(who.get(), typed, new Said(422, null, key, fault, ""), staff, request);
        }
        String seen = typed.key().isEmpty() ? "" : Desk.typed(request, "seen");
        TypedAdjustment named = seen.isEmpty() ? typed.withKey(newKey()) : typed;
        Adjustment adjustment = named.said(account, rules.reasons(), amounts, site.currency());
        return switch (answer(
                rules, adjustment, desk.actor(staff, request), typed.why().strip(), seen)) {
            case DeskAdjustment.Done _ -> Desk.go("/staff/accounts/" + account + "/adjust");
            case DeskAdjustment.Looked(var look) ->
                shown(who.get(), named, new Said(200, look, "", "", ""), staff, request);
            case DeskAdjustment.Changed(var look) ->
                shown(who.get(), named, new Said(409, look, "act.fault.changed", "look", ""), staff, request);
            case DeskAdjustment.Refused(var reason, var found) -> {
                Said said = new Said(422, null, AdjustmentWords.refused(reason), "item", found);
                yield shown(who.get(), typed, said, staff, request);
            }
        };
    }

    private DeskAdjustment answer(AdjustmentRules rules, Adjustment adjustment, Actor actor, String why, String seen) {
        Days days = new Days(desk.today(), desk.today());
        return seen.isEmpty()
                ? DeskAdjustments.look(site.database(), rules, adjustment, days, actor, why)
                : DeskAdjustments.ask(site.database(), rules, adjustment, days, actor, why, seen);
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        site.random().nextBytes(key);
        return "console/" + HexFormat.of().formatHex(key);
    }

    /// Bills that stand, and what else is open.
    private List<AdjustShown.Item> items(String account, AccountStatement statement) {
        List<AdjustShown.Item> items = new ArrayList<>();
        statement.bills().stream()
                .filter(bill -> !bill.isCancelled() && bill.total().signum() > 0)
                .sorted((one, other) ->
                        Boolean.compare(other.open().signum() > 0, one.open().signum() > 0))
                .limit(BILLS_MOST)
                .map(AdjustPages::item)
                .forEach(items::add);
        AccountRows.of(site.database(), account).items().stream()
                .filter(item -> item.key().kind() != ItemKind.BILL)
                .map(AdjustPages::item)
                .forEach(items::add);
        return items;
    }

    private static AdjustShown.Item item(StatedBill bill) {
        return new AdjustShown.Item(bill.number().toString(), bill.service(), bill.total(), bill.open());
    }

    private static AdjustShown.Item item(OpenItem item) {
        return new AdjustShown.Item(item.key().number(), item.service(), item.amount(), item.open());
    }

    private ResponseEntity<byte[]> shown(
            FoundAccount who, TypedAdjustment typed, Said said, StaffSignedIn staff, HttpServletRequest request) {
        AdjustmentRules rules = desk.adjustments(staff);
        AccountStatement statement = desk.statement(who.account());
        AdjustShown page = new AdjustShown(
                who,
                statement,
                typed,
                items(who.account(), statement),
                rules.reasons().values().stream()
                        .sorted(Comparator.comparing(AdjustmentReason::code))
                        .toList(),
                new AdjustShown.Limit(
                        rules.limitOf(staff.staff()),
                        rules.aloneDays(),
                        Adjustments.alone(site.database(), who.account(), rules, Instant.now(site.clock()))),
                Adjustments.list(site.database(), who.account()).reversed().stream()
                        .limit(RECENT_MOST)
                        .toList(),
                said.look(),
                said.fault(),
                said.field(),
                said.found());
        return Rendered.page(said.status(), "console/act/adjust", Frame.of(site, request), page);
    }
}
