package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Change;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactCodes.Given;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.Preferences;

/// Who changes an address, by a code or at a counter, and who hears of it.
final class ContactCodesTest {
    private static final Contact NEW = MailTown.sms(7);

    private static Change at(Instant moment) {
        return new Change(moment, "app", "test");
    }

    private static Given give(MailTown town, String code, Instant moment) {
        return ContactCodes.give(town.database(), MailTown.account(1), code, MailTown.TODAY, at(moment));
    }

    private static boolean send(MailTown town, Contact to, String code) {
        return ContactCodes.send(town.database(), MailTown.account(1), to, code, null, MailTown.WHY);
    }

    private static ChannelLadder ladder(MailTown town) {
        return Contacts.on(town.database(), MailTown.account(1), MailTown.TODAY)
                .orElseThrow()
                .ladder();
    }

    /// Of each message what it tells of and where it goes.
    private static List<String> told(MailTown town) {
        List<String> all = new ArrayList<>();
        Messages.each(
                town.database(),
                null,
                one -> all.add(one.cause().kind().code() + " " + one.contact().address()));
        return all;
    }

    @Test
    void theRightCodePutsTheAddressInPlaceAndTheOldOneIsTold() {
        MailTown town = MailTown.fresh(1);
        town.reach(1, null, MailTown.email(1), MailTown.sms(1));
        assertThat(send(town, NEW, "123456")).isTrue();
        assertThat(told(town)).containsExactly("contact-code " + NEW.address());
        assertThat(ladder(town).rungs()).doesNotContain(NEW);
        assertThat(give(town, "123456", MailTown.NOW)).isInstanceOf(Given.Right.class);
        assertThat(ladder(town).rungs()).containsExactly(MailTown.email(1), NEW);
        assertThat(ContactCodes.confirmed(town.database(), MailTown.account(1))).containsExactly(NEW.address());
        assertThat(told(town))
                .containsExactly(
                        "contact-code " + NEW.address(),
                        "contact " + MailTown.email(1).address(),
                        "contact " + MailTown.sms(1).address());
        assertThat(give(town, "123456", MailTown.NOW)).isInstanceOf(Given.NoneWaits.class);
    }

    @Test
    void guessingEndsAfterFiveTries() {
        MailTown town = MailTown.fresh(1);
        send(town, NEW, "123456");
        for (int left = 4; left >= 0; left--) {
            assertThat(give(town, "000000", MailTown.NOW)).isEqualTo(new Given.Wrong(left));
        }
        assertThat(give(town, "123456", MailTown.NOW)).isInstanceOf(Given.NoneWaits.class);
        send(town, NEW, "654321");
        assertThat(give(town, "123456", MailTown.NOW)).isEqualTo(new Given.Wrong(4));
        assertThat(give(town, "654321", MailTown.NOW)).isInstanceOf(Given.Right.class);
    }

    @Test
    void aCodeIsGoodForHalfAnHour() {
        MailTown town = MailTown.fresh(1);
        send(town, NEW, "123456");
        assertThat(give(town, "123456", MailTown.NOW.plus(Duration.ofMinutes(31))))
                .isInstanceOf(Given.NoneWaits.class);
        assertThat(give(town, "123456", MailTown.NOW.plus(Duration.ofMinutes(30))))
                .isInstanceOf(Given.Right.class);
    }

    @Test
    void nobodyIsThereNobodyIsAsked() {
        MailTown town = MailTown.fresh(1);
        assertThat(give(town, "123456", MailTown.NOW)).isInstanceOf(Given.NoneWaits.class);
        assertThat(ContactCodes.send(town.database(), "9999999999", NEW, "123456", null, MailTown.WHY))
                .isFalse();
    }

    /// The first that is said of an account is no change; what is given up is told, and where it goes now.
    @Test
    void aChangeAtTheCounterIsToldToWhereItWasAndToWhereItIs() {
        MailTown town = MailTown.fresh(1);
        town.reach(1, null, MailTown.email(1));
        assertThat(told(town)).isEmpty();
        town.reach(1, null, MailTown.email(1));
        assertThat(told(town)).isEmpty();
        town.reach(1, Language.AR, MailTown.email(2), MailTown.sms(1));
        assertThat(told(town))
                .containsExactly(
                        "contact " + MailTown.email(2).address(),
                        "contact " + MailTown.email(1).address());
        town.reach(1, null);
        assertThat(told(town).subList(2, 4))
                .containsExactly(
                        "contact " + MailTown.email(2).address(),
                        "contact " + MailTown.sms(1).address());
    }

    @Test
    void billsGoByTheChannelThatIsPreferredForThem() {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        town.reach(1, null, MailTown.email(1), MailTown.sms(1));
        Preference preference = new Preference(Cause.Kind.BILL, true, List.of(Channel.SMS), Language.EN);
        assertThat(Preferences.set(
                        town.database(), MailTown.account(1), preference, MailTown.TODAY, MailTown.WHY, false))
                .contains(true);
        assertThat(Preferences.set(
                        town.database(), MailTown.account(1), preference, MailTown.TODAY, MailTown.WHY, false))
                .contains(false);
        assertThat(town.queue().queued())
                .extracting(one ->
                        one.contact().channel().code() + " " + one.language().code())
                .containsExactly("sms en", "email fr");
        assertThat(Preferences.on(town.database(), MailTown.account(1), MailTown.TODAY))
                .containsExactly(preference);
        assertThat(Preferences.set(town.database(), "9999999999", preference, MailTown.TODAY, MailTown.WHY, false))
                .isEmpty();
    }
}
