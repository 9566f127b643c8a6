package org.taswiya.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Program.Answer;

/// The same of what is asked for and told: instalments, requests, contacts, interruptions, cards.
final class CarePlaces {
    private static final String CHANNEL = "\"channel\":\"phone\"";

    private final PageTown town;
    private final String account;
    private final Map<String, String> used;
    private final Program desk;
    private final Map<String, String> places = new TreeMap<>();

    private CarePlaces(PageTown town, String account, Map<String, String> used) {
        this.town = town;
        this.account = account;
        this.used = used;
        this.desk = Program.with(town, DeskPlaces.SCOPES);
    }

    /// @param account that requests are of
    /// @param used what is done to others, so that what they owe is no longer what was shown
    static Map<String, String> of(PageTown town, String account, Map<String, String> used) {
        CarePlaces of = new CarePlaces(town, account, used);
        of.arrangements();
        of.requests();
        of.contacts();
        of.outages();
        of.cards();
        return of.places;
    }

    private void own(String name, String part, String value, String... operations) {
        places.put(name, value);
        Set.of(operations).forEach(operation -> places.put(operation + " " + part, value));
    }

    /// Somebody who is granted some, and somebody to whom an agent has proposed more than they grant alone.
    private void arrangements() {
        List<String> owing =
                town.texts("""
                select i.account from open_item i
                join customer_account a on a.reference = i.account join customer c on c.reference = a.customer
                where c.class = 'household' and i.account not in ('%s', '%s')
                    and not exists (select from adjustment j where j.account = i.account)
                    and i.account not in (select account from bill where bill_number(serial) = '%s')
                    and i.account not in (select account from service_agreement where reference = '%s')
                    and not exists (select from arrangement r where r.account = i.account)
                    and not exists (select from arrangement_proposal p where p.account = i.account)
                    and not exists (select from instalment_request q where q.account = i.account)
                group by i.account having sum(i.open) > 30000 order by i.account
                """.formatted(account, used.get("adjusted"), used.get("cancelled"), used.get("corrected")));
        String arranged = owing.isEmpty() ? account : owing.getFirst();
        own("arranged", "account", arranged, "previewArrangement", "grantArrangement");
        String shown = desk.post("/accounts/" + arranged + "/arrangements/preview", arrangement("3"), "p")
                .at("/schedule");
        places.put("arranged_schedule", shown.isEmpty() ? "2020-08-01=1.00" : shown);
        String proposal = waiting().orElseGet(() -> proposed(owing.getLast()));
        places.put("proposal", proposal);
        String seen = desk.get("/arrangement-proposals/" + proposal).at("/preview/schedule");
        places.put("proposal_schedule", seen.isEmpty() ? "2020-08-01=1.00" : seen);
    }

    static String arrangement(String months) {
        return "{\"months\":\"" + months + "\"," + CHANNEL + "}";
    }

    private Optional<String> waiting() {
        return Optional.of(desk.get("/arrangement-proposals").at("/proposals/0/proposal"))
                .filter(found -> !found.isEmpty());
    }

    private String proposed(String owing) {
        Program agent = agent(ApiScope.ARRANGEMENTS);
        String path = "/accounts/" + owing + "/arrangements";
        String wanted = arrangement("6");
        String body = DeskPlaces.with(
                DeskPlaces.with(wanted, "why", "she called"),
                "schedule",
                agent.post(path + "/preview", wanted, "p").at("/schedule"));
        Answer answer = agent.post(path, body, "ask");
        if (!answer.at("/outcome").equals("waits")) {
            throw new IllegalStateException(answer.text());
        }
        return answer.at("/number");
    }

    private Program agent(ApiScope... scopes) {
        if (town.texts("select name from staff where name = 'karim'").isEmpty()) {
            town.staff("karim", StaffRole.AGENT);
        }
        return Program.of(town, "karim", scopes);
    }

    private void requests() {
        WorkTown work = WorkTown.of(town);
        own("answered", "request", work.request(account), "previewAnswer", "answerRequest");
        own("closed", "request", work.request(account), "closeRequest");
        own("shown", "request", work.request(account), "showEvidence");
        String reopened = work.request(account);
        desk.post("/requests/" + reopened + "/closing", "{\"words\":\"done\",\"seen\":\"0\"}", "close" + reopened);
        own("reopened", "request", reopened, "reopenRequest");
        places.put("letter", desk.get("/request-letters").at("/letters/0/letter"));
    }

    /// One account that is given an address, and one to which somebody has given one that nobody stands for yet.
    private void contacts() {
        List<String> others = town.texts(
                "select reference from customer_account where reference <> '" + account + "' order by 1 desc");
        own("told", "account", others.getFirst(), "takeContact", "setLanguage");
        String written = others.get(1);
        int before = Integer.parseInt(
                town.texts("select count(*)::text from contact").getFirst());
        agent(ApiScope.REACH)
                .post(
                        "/accounts/" + written + "/taken-contacts",
                        "{\"address\":\"k" + before + "@example.org\",\"how\":\"at-once\",\"why\":\"identity card\"}",
                        "contact");
        Answer waiting = desk.get("/contact-approvals");
        places.put("vouched", waiting.at("/contacts/0/account"));
        places.put("vouched_change", waiting.at("/contacts/0/change"));
    }

    private void outages() {
        String area = town.texts("select distinct area from premise where area <> '' order by 1")
                .getFirst();
        places.put("area", area);
        places.put("outage", planned(outage(places, "2020-09-01")));
        places.put(
                "outage_seen",
                desk.post("/outages/preview", outage(places, "2020-08-10"), "p").at("/seen"));
    }

    private String planned(String wanted) {
        String seen = desk.post("/outages/preview", wanted, "p").at("/seen");
        return desk.post("/outages", DeskPlaces.with(wanted, "seen", seen), "plan" + seen)
                .at("/outage");
    }

    static String outage(Map<String, String> places, String day) {
        return "{\"service\":\"water\",\"kind\":\"area\",\"place\":\"" + places.get("area") + "\",\"from\":\"" + day
                + "T08:00\",\"to\":\"" + day + "T12:00\"}";
    }

    private void cards() {
        Program cards = Program.with(town, ApiScope.CARDS);
        String bill = town
                .texts("select number from open_item where kind = 'bill' and open > 0 and account = '" + account
                        + "' order by 1 desc")
                .stream()
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(used.get("bill")));
        places.put("carded_bill", bill);
        places.put(
                "carded_due",
                cards.get("/accounts/" + account + "/card-payments").at("/due"));
        places.put(
                "guest_due",
                cards.post("/guest-card-payments/due", guest(account, places), "p")
                        .at("/due"));
    }

    private static String guest(@Nullable String account, Map<String, String> places) {
        return "{\"account\":\"" + account + "\",\"bill\":\"" + places.get("carded_bill") + "\"}";
    }

    /// A body that may be good; null for what is of no operation of these.
    static @Nullable String body(String operation, Map<String, String> places) {
        return switch (operation) {
            case "previewArrangement" -> arrangement("3");
            case "grantArrangement" ->
                DeskPlaces.with(
                        DeskPlaces.with(arrangement("3"), "why", "she called"),
                        "schedule",
                        places.getOrDefault("arranged_schedule", ""));
            case "decideProposal" ->
                DeskPlaces.with(
                        "{\"approved\":true,\"why\":\"as proposed\"}",
                        "schedule",
                        places.getOrDefault("proposal_schedule", ""));
            case "takeRequest" -> "{\"kind\":\"information\"," + CHANNEL + ",\"words\":\"when do you open?\"}";
            case "previewAnswer", "answerRequest" ->
                "{\"letter\":\"" + places.get("letter") + "\",\"words\":\"at nine\",\"seen\":\"0\"}";
            case "closeRequest" -> "{\"words\":\"done\",\"seen\":\"0\"}";
            case "reopenRequest" -> "{\"words\":\"not done\",\"seen\":\"1\"}";
            case "showEvidence" -> "{\"file\":\"" + DescribedApi.PDF + "\",\"seen\":\"0\"}";
            case "takeContact" -> "{\"address\":\"new.one@example.org\",\"how\":\"at-once\",\"why\":\"identity card\"}";
            case "setLanguage" -> "{\"language\":\"fr\"}";
            case "vouchForContact" ->
                "{\"account\":\"" + places.get("vouched") + "\",\"change\":\"" + places.get("vouched_change")
                        + "\",\"channel\":\"email\",\"why\":\"I know her\"}";
            case "previewOutage" -> outage(places, "2020-08-10");
            case "planOutage" ->
                DeskPlaces.with(outage(places, "2020-08-10"), "seen", places.getOrDefault("outage_seen", ""));
            case "previewOutageChange", "changeOutage" ->
                "{\"state\":\"changed\",\"to\":\"2020-09-01T14:00\",\"seen\":\"1\"}";
            case "payByCard" -> "{\"seen\":\"" + places.get("carded_due") + "\",\"language\":\"fr\"}";
            case "getGuestDue" -> guest(places.get("account"), places);
            case "payAsGuest" ->
                DeskPlaces.with(
                        DeskPlaces.with(
                                guest(places.get("account"), places), "seen", places.getOrDefault("guest_due", "")),
                        "language",
                        "fr");
            case "searchCustomers" -> "{\"words\":\"a\"}";
            default -> null;
        };
    }
}
