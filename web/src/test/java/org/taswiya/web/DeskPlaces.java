package org.taswiya.web;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Program.Answer;

/// What there is in a town for programs that act for staff: each thing by the name that examples give it, and what was
/// seen of it.
final class DeskPlaces {
    /// All that is for what staff do.
    static final ApiScope[] SCOPES =
            EnumSet.allOf(ApiScope.class).stream().filter(ApiScope::isOfStaff).toArray(ApiScope[]::new);

    private static final String WORDS = "\"evidence\":\"letter of 3 July\",\"why\":\"she called\"";

    private final PageTown town;
    private final Program desk;
    private final Map<String, String> places = new TreeMap<>();

    private DeskPlaces(PageTown town) {
        this.town = town;
        this.desk = Program.with(town, SCOPES);
    }

    /// @param account that all else is of, and that is left as it is
    static Map<String, String> of(PageTown town, String account) {
        DeskPlaces of = new DeskPlaces(town);
        of.work();
        of.adjustments(account);
        of.bills(account);
        return of.places;
    }

    private String one(String sql) {
        return town.texts(sql).getFirst();
    }

    /// Money that is nobody's yet: some of it to be looked at, some to be given to somebody.
    private void work() {
        int entries = Integer.parseInt(one("select count(*)::text from bank_entry"));
        String looked = WorkTown.of(town).unmatched(5000 + entries, 12_300);
        String decided = WorkTown.of(town).unmatched(5001 + entries, 45_600);
        places.put("list", "unmatched");
        places.put("item", looked);
        places.put("seen", desk.get("/work/unmatched/" + looked).at("/seen"));
        own("decided", "item", decided, "decideWork");
        own("decided_seen", "seen", desk.get("/work/unmatched/" + decided).at("/seen"), "decideWork");
    }

    /// Another one than all others have.
    ///
    /// @param name by which examples know it
    /// @param part of paths that it stands for
    private void own(String name, String part, String value, String... operations) {
        places.put(name, value);
        Set.of(operations).forEach(operation -> places.put(operation + " " + part, value));
    }

    private void adjustments(String account) {
        List<String> others = town.texts("""
                select i.account from open_item i where i.kind = 'bill' and i.open > 5000 and i.account <> '%s'
                    and not exists (select from open_item d where d.account = i.account and d.kind <> 'bill')
                group by i.account order by i.account desc""".formatted(account));
        String adjusted = others.getFirst();
        String bill = one("select max(number) from open_item where kind = 'bill' and open > 5000 and account = '"
                + adjusted + "'");
        own("adjusted", "account", adjusted, "listAdjustments", "previewAdjustment", "askAdjustment");
        places.put("adjusted_item", bill);
        String wanted = adjustment(bill, "-1.00", "billing-error");
        places.put(
                "adjusted_seen",
                desk.post("/accounts/" + adjusted + "/adjustments/preview", wanted, "p")
                        .at("/seen"));
        String waiting = waiting(others.get(1));
        places.put("adjustment", waiting);
        places.put("adjustment_seen", desk.get("/adjustments/" + waiting).at("/preview/seen"));
    }

    /// A body without its end.
    static String adjustment(String item, String amount, String reason) {
        String of = item.isEmpty() ? "" : "\"item\":\"" + item + "\",";
        return "{" + of + "\"reason\":\"" + reason + "\",\"amount\":\"" + amount + "\"," + WORDS + "}";
    }

    static String with(String body, String field, String value) {
        return body.substring(0, body.length() - 1) + ",\"" + field + "\":\"" + value + "\"}";
    }

    /// An agent has asked for more than they give alone.
    private String waiting(String account) {
        if (town.texts("select name from staff where name = 'karim'").isEmpty()) {
            town.staff("karim", StaffRole.AGENT);
        }
        Program agent = Program.of(town, "karim", ApiScope.ADJUSTMENTS);
        String path = "/accounts/" + account + "/adjustments";
        String body = adjustment("", "900.00", "damage");
        Answer look = agent.post(path + "/preview", body, "p");
        return agent.post(path, with(body, "seen", look.at("/seen")), "ask").at("/adjustment");
    }

    /// A bill that is taken back and a reading that is put right, of other accounts.
    private void bills(String account) {
        String serial = one("""
                select b.serial::text from bill b
                where b.account <> '%s' and not exists (select from cancellation x where x.bill = b.serial)
                    and not exists (select from bill n where n.agreement = b.agreement and n.serial > b.serial)
                order by b.serial desc""".formatted(account));
        String bill = new BillNumber(Long.parseLong(serial)).toString();
        own("cancelled", "bill", bill, "previewCancellation", "cancelBill");
        places.put(
                "cancelled_seen", desk.get("/bills/" + bill + "/cancellation").at("/seen"));
        String[] read = one("""
                select a.reference || ' ' || r.at || ' ' || trim_scale(r.value::numeric)
                from service_agreement a
                join reading r on r.usage_point = a.usage_point and r.kind = 'actual' and r.at > a.from_day
                where a.to_day is null and a.account not in ('%s', (select account from bill where serial = %s))
                    and not exists (select from bill_request q where q.agreement = a.reference)
                    and exists (select from bill b join bill_segment s on s.bill = b.serial
                        where b.agreement = a.reference and b.basis = 'reading' and s.to_day >= r.at)
                order by a.reference, r.at desc, r.revision desc""".formatted(account, serial)).split(" ", -1);
        own("corrected", "agreement", read[0], "previewCorrection", "correctReading");
        places.put("corrected_at", read[1]);
        places.put("corrected_value", Long.toString(new BigDecimal(read[2]).longValue() + 3));
        places.put(
                "corrected_seen",
                desk.post("/agreements/" + read[0] + "/corrections/preview", correction(places), "p")
                        .at("/seen"));
    }

    static String correction(Map<String, String> places) {
        return "{\"at\":\"" + places.get("corrected_at") + "\",\"value\":\"" + places.get("corrected_value")
                + "\",\"kind\":\"actual\",\"why\":\"6 read as 9\"}";
    }

    /// A body that may be good; null for what is of no operation of these.
    static @Nullable String body(String operation, Map<String, String> places) {
        String adjusted = adjustment(places.getOrDefault("adjusted_item", ""), "-1.00", "billing-error");
        return switch (operation) {
            case "assignWork" -> "{\"staff\":\"selma\"}";
            case "previewDecision" -> decision(places, "seen");
            case "decideWork" -> decision(places, "decided_seen");
            case "previewAdjustment" -> adjusted;
            case "askAdjustment" -> with(adjusted, "seen", places.getOrDefault("adjusted_seen", ""));
            case "decideAdjustment" ->
                with("{\"approved\":true,\"why\":\"as asked\"}", "seen", places.getOrDefault("adjustment_seen", ""));
            case "cancelBill" -> with("{\"why\":\"wrong meter\"}", "seen", places.getOrDefault("cancelled_seen", ""));
            case "previewCorrection" -> correction(places);
            case "correctReading" -> with(correction(places), "seen", places.getOrDefault("corrected_seen", ""));
            default -> null;
        };
    }

    private static String decision(Map<String, String> places, String seen) {
        return "{\"what\":\"assign\",\"value\":\"" + places.get("account") + "\",\"why\":\"they called\",\"seen\":\""
                + places.get(seen) + "\"}";
    }
}
