package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.deliver.push.PushKey;
import org.taswiya.run.PushService.Arrived;
import org.taswiya.run.sending.PushGateway;
import org.taswiya.run.sending.PushReach;
import org.taswiya.run.sending.SendTally;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Bounces;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Messages;

/// Bills go out by a push service of the test's own, over HTTPS, and are opened by the browser's key.
final class PushSendingTest {
    private static final PushReach HERE = _ -> Optional.empty();

    @TempDir
    private static Path folder;

    private static Optional<PushService> started = Optional.empty();

    @BeforeAll
    static void aServiceIsThere() throws IOException, GeneralSecurityException, InterruptedException {
        started = Optional.of(new PushService(folder));
    }

    @AfterAll
    static void itIsGone() {
        started.ifPresent(PushService::close);
    }

    private static PushService service() {
        return started.orElseThrow();
    }

    private static MailTown town(int houses, String name) {
        MailTown town = MailTown.fresh(houses);
        for (int house = 1; house <= houses; house++) {
            Contact push = new Contact(Channel.PUSH, service().subscription(name + house));
            town.reach(house, Language.AR, push, MailTown.sms(house));
        }
        town.queue();
        return town;
    }

    private static SendTally send(MailTown town, Instant at, PushReach reach) {
        try (PushGateway gateway = new PushGateway(
                PushKey.fresh(), "mailto:it@utility.example", reach, service().client(), InstantSource.fixed(at))) {
            return town.send(gateway, at);
        }
    }

    private static List<Arrived> arrived(String name) {
        return service().arrived().stream()
                .filter(one -> one.path().startsWith("/" + name))
                .toList();
    }

    @Test
    void aBillIsOpenedByTheBrowserAlone() {
        MailTown town = town(1, "bill");
        assertThat(send(town, MailTown.NOW, HERE).of(AttemptEvent.ACCEPTED)).isOne();
        assertThat(town.outbox()).containsExactly("push 1 sent 1");
        assertThat(service().faults()).isEmpty();
        assertThat(arrived("bill")).hasSize(1);
        Arrived one = arrived("bill").getFirst();
        String bill = new BillNumber(1).toString();
        String topic = one.headers().getOrDefault("Topic", "");
        assertThat(one.text())
                .startsWith("{\"title\":\"فاتورة الكهرباء رقم " + bill + "، Casablanca\",\"body\":\"")
                .contains("242,32")
                .endsWith("\"lang\":\"ar\",\"dir\":\"rtl\",\"tag\":\"" + topic
                        + "\",\"url\":\"https://portal.example.org/bills/" + bill + "?a=1&b=2\"}");
        assertThat(topic).matches("[A-Za-z0-9_-]{32}");
        assertThat(one.headers())
                .containsAllEntriesOf(Map.of("TTL", "604800", "Urgency", "normal", "Content-Encoding", "aes128gcm"));
        assertThat(Messages.of(town.database(), 1)
                        .orElseThrow()
                        .attempts()
                        .getFirst()
                        .said())
                .isEqualTo(topic);
    }

    /// What a killed sender may have sent comes again with the same topic, and is one at the service.
    @Test
    void theSameMessageAgainTakesThePlaceOfTheFirst() {
        MailTown town = town(1, "twice");
        service().say("twice1", 500, "");
        send(town, MailTown.NOW, HERE);
        service().say("twice1", 0, "");
        send(town, MailTown.NOW.plusSeconds(60), HERE);
        assertThat(town.events(1)).containsExactly("1 begun", "1 put-off", "2 begun", "2 accepted");
        assertThat(Messages.of(town.database(), 1).orElseThrow().attempts().stream()
                        .filter(one -> one.event() == AttemptEvent.BEGUN)
                        .map(one -> one.said())
                        .distinct())
                .hasSize(1);
        assertThat(arrived("twice")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "gone,          410, '',                              REFUSED, failed, ''",
        "unknown,       404, '',                              REFUSED, failed, ''",
        "too large,     413, '',                              REFUSED, failed, ''",
        "elsewhere,     307, '',                              REFUSED, failed, ''",
        "too many,      429, 7200,                            PUT_OFF, queued, PT2H",
        "until a time,  429, 'Tue, 3 Mar 2020 12:00:00 GMT',  PUT_OFF, queued, PT3H",
        "a moment,      503, 5,                               PUT_OFF, queued, PT1M",
        "for ever,      503, 999999999,                       PUT_OFF, queued, PT24H",
        "no sense,      503, soon,                            PUT_OFF, queued, PT1M",
        "it is down,    502, '',                              PUT_OFF, queued, PT1M",
    })
    void whatTheServiceSaysDecides(
            String name, int status, String retryAfter, AttemptEvent event, String state, String wait) {
        String path = "decides" + status + retryAfter.hashCode();
        MailTown town = town(1, path);
        service().say(path + "1", status, retryAfter);
        SendTally tally = send(town, MailTown.NOW, HERE);
        assertThat(tally.of(event)).as(name).isOne();
        assertThat(tally.isBroken()).as(name).isFalse();
        assertThat(town.outbox().getFirst()).as(name).isEqualTo("push 1 " + state + " 1");
        Messages.Story story = Messages.of(town.database(), 1).orElseThrow();
        assertThat(story.attempts().getLast().said()).as(name).isEqualTo(status + " not now, or never");
        if (wait.isEmpty()) {
            assertThat(town.outbox()).as(name).contains("sms 1 queued 0");
        } else {
            assertThat(Duration.between(MailTown.NOW, story.message().notBefore()))
                    .as(name)
                    .isEqualTo(Duration.parse(wait));
        }
    }

    /// Otherwise the next bill would go there again. What is too large, or sent elsewhere, says nothing of the
    /// subscription.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"gone, 410, true", "unknown, 404, true", "too large, 413, false", "elsewhere, 307, false"})
    void aSubscriptionThatIsGoneIsUsedNoMoreUntilThereIsANewOne(String trap, int status, boolean isRetired) {
        String name = "retired" + status + "-";
        MailTown town = town(1, name);
        service().say(name + "1", status, "");
        send(town, MailTown.NOW, HERE);
        assertThat(town.outbox()).as(trap).containsExactly("push 1 failed 1", "sms 1 queued 0");
        assertThat(channels(town))
                .as(trap)
                .isEqualTo(isRetired ? List.of(Channel.SMS) : List.of(Channel.PUSH, Channel.SMS));
        assertThat(Bounces.unreachable(town.database(), null, MailTown.TODAY))
                .as(trap)
                .extracting(Bounces.Unreachable::said)
                .isEqualTo(isRetired ? List.of(status + " not now, or never") : List.of());

        Contact other = new Contact(Channel.PUSH, service().subscription(name + "new"));
        town.reach(1, Language.AR, other, MailTown.sms(1));
        assertThat(channels(town)).as(trap).containsExactly(Channel.PUSH, Channel.SMS);
    }

    private static List<Channel> channels(MailTown town) {
        return Contacts.on(town.database(), MailTown.account(1), MailTown.TODAY).orElseThrow().ladder().rungs().stream()
                .map(Contact::channel)
                .toList();
    }

    /// Of a key that the service does not know no customer is guilty.
    @ParameterizedTest
    @CsvSource({"401", "403"})
    void aServiceThatDoesNotKnowUsStopsTheRun(int status) {
        String name = "stranger" + status + "-";
        MailTown town = town(4, name);
        for (int house = 1; house <= 4; house++) {
            service().say(name + house, status, "");
        }
        SendTally tally = send(town, MailTown.NOW, HERE);
        assertThat(tally.isBroken()).isTrue();
        assertThat(tally.broken()).contains(status + " not now");
        assertThat(town.outbox())
                .containsExactly("push 1 queued 1", "push 2 queued 1", "push 3 queued 1", "push 4 queued 0");
    }

    /// A customer who says that the push service is one of our machines.
    @Test
    void nobodyMakesUsCallInside() {
        MailTown town = town(1, "inside");
        assertThat(send(town, MailTown.NOW, PushReach.PUBLIC).of(AttemptEvent.REFUSED))
                .isOne();
        assertThat(town.outbox()).containsExactly("push 1 failed 1", "sms 1 queued 0");
        assertThat(arrived("inside")).isEmpty();
    }

    @Test
    void aHostThatIsNotThereIsOneCustomersMatter() {
        MailTown town = town(1, "nowhere");
        PushReach nowhere = _ -> {
            throw new UnknownHostException("push.invalid");
        };
        SendTally tally = send(town, MailTown.NOW, nowhere);
        assertThat(tally.of(AttemptEvent.PUT_OFF)).isOne();
        assertThat(tally.isBroken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "142.250.1.1, true",
        "2a00:1450:4001:80b::200a, true",
        "127.0.0.1, false",
        "0.0.0.0, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "192.0.0.8, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "198.18.0.1, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "ff02::1, false",
        "2002:a00:1::1, false",
        "2001:0:1::1, false",
    })
    void addressesOfThisHouseAreNotPublic(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PushReach.isPublic(InetAddress.getByName(address)))
                .as(address)
                .isEqualTo(isPublic);
    }
}
