package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.announcement.AnnouncementSweep;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactsAtOnce;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.reach.Coverage;
import org.taswiya.store.reach.Coverages;
import org.taswiya.store.staff.StaffRole;

/// Who can be reached, who is asked, and what came of it. Each test begins with a count, and ends campaigns of its own.
final class ReachPagesTest {
    private static final Pattern CAMPAIGN = Pattern.compile("/staff/reach/campaigns/([0-9]+)");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Browser nadia;
    private static Browser amina;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR).browser();
        amina = town.staff("amina", StaffRole.AGENT).browser();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    @BeforeEach
    void counted() {
        nadia.get("/staff/reach");
        assertThat(nadia.post("/staff/reach/count").statusCode()).isEqualTo(200);
    }

    private static Coverage coverage() {
        return Coverages.newest(town.database()).orElseThrow();
    }

    private static Change why() {
        return new Change(town.now(), "test", "said so");
    }

    /// Somebody whom nothing reaches, by what was counted.
    private static String unreached(int place) {
        return town.texts("select account from unreached_account u where not exists (select from contact_set s"
                        + " where s.account = u.account) order by due desc, account")
                .get(place);
    }

    private static void reach(String account, Channel channel, String address) {
        ContactsAtOnce.add(town.database(), account, new Contact(channel, address), town.today(), why(), false);
    }

    /// As the customer gives the code that was sent.
    private static void confirm(String account, String number) {
        ContactCodes.send(town.database(), account, new Contact(Channel.SMS, number), "123456", null, why());
        ContactCodes.give(town.database(), account, "123456", town.today(), why());
    }

    /// As `deliver notify` does it.
    private static void sweep() {
        AnnouncementSweep.Window window = new AnnouncementSweep.Window(town.today(), 0, 0, _ -> List.of());
        AnnouncementSweep.execute(
                town.database(),
                Set.of(Cause.Kind.CONTACT_REQUEST),
                window,
                why(),
                false,
                new Announcements.Listener() {
                    @Override
                    public void queued(StoredMessage message, Announcement announcement) {}

                    @Override
                    public void unreached(Cause cause, String account) {}

                    @Override
                    public void unwanted(Cause cause, String account) {}
                });
    }

    private static Form form(String chosen) {
        return Form.of(nadia.get("/staff/reach"), "campaigns")
                .with("chosen", chosen)
                .with("why", "before the winter");
    }

    private static void end(HttpResponse<String> campaign) {
        Form.of(campaign, "end").with("why", "enough have answered").send(nadia);
    }

    @Test
    void everyAccountIsCountedOnceInAllItsParts() {
        Coverage.Part all = coverage().all();
        assertThat(all.accounts())
                .isEqualTo(Long.parseLong(town.texts("select count(distinct account)::text from service_agreement"
                                + " where to_day is null or to_day > '" + town.today() + "'")
                        .getFirst()));
        for (String of : List.of("class", "area")) {
            List<Coverage.Part> parts = coverage().parts().stream()
                    .filter(part -> part.of().equals(of))
                    .toList();
            assertThat(parts.stream().mapToLong(Coverage.Part::accounts).sum()).isEqualTo(all.accounts());
            assertThat(parts.stream().mapToLong(Coverage.Part::unreached).sum()).isEqualTo(all.unreached());
        }
        assertThat(nadia.get("/staff/reach").body()).contains("الحسابات التي تصلها كل وسيلة", "/staff/work/unreached");
    }

    /// Of the channels one at a time: what is counted moves by that account alone.
    @Test
    void anAddressMovesAnAccountFromOneCountToTheOther() {
        String account = unreached(0);
        Coverage.Part before = coverage().all();
        reach(account, Channel.POST, "12, rue Ghandi");
        counted();
        Coverage.Part post = coverage().all();
        assertThat(post.unreached()).isEqualTo(before.unreached() - 1);
        assertThat(post.postOnly()).isEqualTo(before.postOnly() + 1);
        reach(account, Channel.SMS, "+212612345601");
        counted();
        Coverage.Part sms = coverage().all();
        assertThat(sms.postOnly()).isEqualTo(before.postOnly());
        assertThat(sms.smsUnconfirmed()).isEqualTo(before.smsUnconfirmed() + 1);
        confirm(account, "+212612345601");
        counted();
        Coverage.Part confirmed = coverage().all();
        assertThat(confirmed.smsConfirmed()).isEqualTo(before.smsConfirmed() + 1);
        assertThat(confirmed.smsUnconfirmed()).isEqualTo(before.smsUnconfirmed());
        reach(account, Channel.EMAIL, "x@example.org");
        town.texts("insert into contact_bounce select c.account, c.change, c.ordinal, (select max(id) from message),"
                + " 'no such user', c.change from contact c where c.account = '" + account
                + "' and c.channel = 'email' order by c.change desc limit 1 returning account");
        counted();
        Coverage.Part back = coverage().all();
        assertThat(back.cameBack()).isEqualTo(before.cameBack() + 1);
        assertThat(back.emailUnconfirmed()).as("nobody is there").isEqualTo(before.emailUnconfirmed());
        assertThat(back.smsConfirmed()).isEqualTo(before.smsConfirmed() + 1);
    }

    @Test
    void whomNothingReachesIsWorkUntilSomebodySaysAnAddress() {
        String account = unreached(0);
        assertThat(amina.get("/staff/work/unreached").body()).contains("/staff/work/unreached/" + account);
        String item = "/staff/work/unreached/" + account;
        Form decide = Form.of(amina.get(item), "decide").with("why", "asked at the counter");
        assertThat(decide.with("value", "12").send(amina).statusCode()).isEqualTo(422);
        HttpResponse<String> sure = decide.with("value", "06 12 34 56 02").send(amina);
        assertThat(sure.statusCode()).as(sure.body()).isEqualTo(200);
        Form.of(sure, "decide").send(amina);
        assertThat(town.texts("select address from contact where account = '" + account + "'"))
                .containsExactly("+212612345602");
        assertThat(amina.get(item).statusCode())
                .as("before anybody counts again")
                .isEqualTo(404);
    }

    @Test
    void aCampaignAsksEachOnceAndCountsWhatCameOfIt() {
        String spoken = unreached(0);
        String confirmed = unreached(1);
        HttpResponse<String> sure = form("unreached").send(nadia);
        long asked = Long.parseLong(Form.of(sure, "campaigns").field("seen"));
        assertThat(asked).isEqualTo(coverage().all().unreached());
        assertThat(town.texts("select account from contact_campaign_account where account = '" + spoken + "'"
                        + " and campaign > (select coalesce(max(campaign), 0) from contact_campaign_end)"))
                .as("nobody was asked yet")
                .isEmpty();
        HttpResponse<String> campaign = Form.of(sure, "campaigns").send(nadia);
        assertThat(CAMPAIGN.matcher(campaign.uri().getPath()).matches())
                .as(campaign.body())
                .isTrue();
        assertThat(form("unreached").send(nadia).statusCode())
                .as("they are asked already")
                .isEqualTo(409);
        assertThat(amina.get("/staff/accounts/" + spoken).body()).contains("حملة تنتظر ذلك");
        reach(spoken, Channel.SMS, "+212612345603");
        confirm(confirmed, "+212612345604");
        String path = campaign.uri().getPath();
        assertThat(town.texts("select count(*)::text from contact_campaign_account where campaign = "
                        + path.substring(path.lastIndexOf('/') + 1)))
                .containsExactly(Long.toString(asked));
        String page = nadia.get(path).body();
        assertThat(page).contains("2 (" + 200 / asked + " %)", "أعطوا عنوانا", "أكدوا");
        assertThat(amina.get("/staff/accounts/" + spoken).body()).doesNotContain("حملة تنتظر ذلك");
        assertThat(Form.of(campaign, "end").with("why", " \u200B").send(nadia).statusCode())
                .as("without a reason")
                .isEqualTo(422);
        end(campaign);
        assertThat(nadia.get(path).body()).doesNotContain("/end\"");
    }

    @Test
    void whomAMessageReachesIsToldOnceInTheirLanguage() {
        reach(unreached(0), Channel.SMS, "+212612345605");
        counted();
        HttpResponse<String> sure = form("unconfirmed").send(nadia);
        Form confirm = Form.of(sure, "campaigns");
        HttpResponse<String> campaign = confirm.send(nadia);
        Matcher found = CAMPAIGN.matcher(campaign.uri().getPath());
        assertThat(found.matches()).as(campaign.body()).isTrue();
        sweep();
        sweep();
        assertThat(town.texts("select count(*)::text from message where cause_kind = 'contact-request' and cause = 'P"
                        + found.group(1) + "'"))
                .containsExactly(confirm.field("seen"));
        assertThat(confirm.send(nadia).statusCode()).as("a second click").isEqualTo(409);
        assertThat(town.texts("select count(*)::text from message where cause_kind = 'contact-request'"
                        + " group by account having count(*) > 1"))
                .isEmpty();
        end(campaign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chosen", "of", "area", "why"})
    void whatCannotBeIsNotLookedAt(String field) {
        HttpResponse<String> answer = form("unreached")
                .with(field, field.equals("why") ? " " : "nowhere")
                .send(nadia);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"");
    }

    @Test
    void ifThereAreOthersNowNobodyIsAsked() {
        Form confirm = Form.of(form("unreached").send(nadia), "campaigns");
        reach(unreached(0), Channel.SMS, "+212612345606");
        String before =
                town.texts("select count(*)::text from contact_campaign").getFirst();
        assertThat(confirm.send(nadia).statusCode()).isEqualTo(409);
        assertThat(town.texts("select count(*)::text from contact_campaign")).containsExactly(before);
    }
}
