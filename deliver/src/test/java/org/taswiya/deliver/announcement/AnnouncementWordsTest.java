package org.taswiya.deliver.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.deliver.sms.SmsText;

final class AnnouncementWordsTest {

    private static AnnouncementWords words(Announcement told, Language language) {
        return AnnouncementWords.of(told, AnnouncementSamples.ACCOUNT, AnnouncementSamples.CURRENCY, language);
    }

    private static String plain(String text) {
        return text.replaceAll("[\u2066-\u2069]", "").replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /// What a sample of each kind says, line by line; the first of several of a kind.
    private static String brief(Cause.Kind kind, Language language) {
        Announcement sample = AnnouncementSamples.all().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
        return plain(words(sample, language).brief());
    }

    @Test
    void everyKindThatIsNoBillHasASample() {
        Set<Cause.Kind> shown =
                AnnouncementSamples.all().stream().map(Announcement::kind).collect(Collectors.toSet());
        assertThat(Arrays.stream(Cause.Kind.values())
                        .filter(kind -> kind != Cause.Kind.BILL && kind != Cause.Kind.MARKETING))
                .allMatch(shown::contains);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOpenInAnyLanguage(Language language) {
        for (Announcement sample : AnnouncementSamples.all()) {
            AnnouncementWords words = words(sample, language);
            assertThat(words.subject() + words.lines() + words.brief())
                    .as("%s", sample)
                    .doesNotContain("{", "}", "null")
                    .doesNotContainPattern("[a-z-]+\\.[a-z-]+\\.[a-z]+");
            assertThat(words.lines()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(words.subject()).isNotBlank().doesNotContain("\n");
        }
    }

    @Test
    void arabic() {
        assertThat(brief(Cause.Kind.OUTAGE, Language.AR))
                .isEqualTo("توزيع الماء: انقطاع مبرمج يوم 11 يونيو 2020 من الساعة 08:00 إلى الساعة 14:00."
                        + " السبب: أشغال على القناة.");
        assertThat(brief(Cause.Kind.CONTACT_CODE, Language.AR))
                .isEqualTo("رمز التأكيد: 483920. صالح لمدة 30 دقيقة. لا تعطوه لأحد.");
        assertThat(brief(Cause.Kind.PAYMENT, Language.AR))
                .isEqualTo("توصلنا بمبلغ 205,76 درهم يوم 11 يونيو 2020، وصل رقم R0000000042BQ. شكرًا."
                        + " الحساب 0000000042.");
    }

    @Test
    void french() {
        assertThat(brief(Cause.Kind.OUTAGE, Language.FR))
                .isEqualTo("Distribution d’eau : une interruption est programmée le 11 juin 2020 de 08:00 à 14:00."
                        + " Motif : travaux sur la conduite.");
        assertThat(brief(Cause.Kind.REMINDER, Language.FR))
                .isEqualTo("Rappel : au 11 juin 2020, il reste 1 234,56 DH à payer, compte 0000000042. Déjà payé ? Ne"
                        + " tenez pas compte de ce message.");
        assertThat(brief(Cause.Kind.READING_DAY, Language.FR))
                .isEqualTo("Un agent relèvera entre le 11 juin 2020 et le 13 juin 2020 le compteur W-104233."
                        + " Laissez-le accessible, s’il vous plaît. Compte 0000000042.");
    }

    @Test
    void english() {
        assertThat(brief(Cause.Kind.INSTALMENT, Language.EN))
                .isEqualTo("Instalment 2 of 6 of your arrangement 7: 205.76 DH to be paid by 11 June 2020."
                        + " Account 0000000042.");
        assertThat(brief(Cause.Kind.CONTACT, Language.EN))
                .isEqualTo("From 11 June 2020 on we reach you by: e-mail a***@example.org and SMS +212***678."
                        + " If it was not you who changed this, call us without delay. Account 0000000042.");
        assertThat(brief(Cause.Kind.OWN_READING, Language.EN))
                .isEqualTo("Meters have not been read since 20 March 2020. Please send us your own reading of meter"
                        + " W-104233.");
    }

    /// Whoever steals codes calls and asks for them: each says that nobody of the utility does.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AR | رمز الدخول | رمز الدخول: 483920. صالح لمدة 10 دقائق. لا يطلبه منكم أي موظف أبدًا.
            FR | Votre code de connexion | \
            Code de connexion : 483920. Il est valable 10 minutes. Aucun de nos agents ne vous le demandera jamais.
            EN | Your sign-in code | \
            Sign-in code: 483920. It is good for 10 minutes. None of our staff will ever ask you for it.
            """)
    void aCodeToSignInIsOneTextMessage(Language language, String subject, String brief) {
        AnnouncementWords words = words(new Announcement.SignInCode("483920", 10), language);
        assertThat(words.subject()).isEqualTo(subject);
        assertThat(plain(words.brief())).isEqualTo(brief);
        assertThat(words.lines()).containsExactly(words.brief());
        assertThat(SmsText.plain(words.brief()).segments()).hasSize(1);
    }
}
