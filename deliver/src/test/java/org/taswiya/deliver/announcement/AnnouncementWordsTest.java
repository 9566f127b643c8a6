package org.taswiya.deliver.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.OutageState;
import org.taswiya.core.quantity.Unit;
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
        return plain(words(sample(one -> one.kind() == kind), language).brief());
    }

    /// The first sample that is such.
    private static Announcement sample(Predicate<Announcement> such) {
        return AnnouncementSamples.all().stream().filter(such).findFirst().orElseThrow();
    }

    /// Subject, lines and the short message, a line each.
    private static String all(Announcement told, Language language) {
        AnnouncementWords words = words(told, language);
        return plain(words.subject() + "\n" + String.join("\n", words.lines()) + "\n" + words.brief());
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

    /// A leak is water's: whoever is told of electricity does not look for one.
    @ParameterizedTest
    @CsvSource({
        "EN, leak, device may be running",
        "FR, fuite, appareil fonctionne peut-être",
        "AR, تسرب, قد يكون جهاز يشتغل"
    })
    void electricityDoesNotLeak(Language language, String leak, String device) {
        Announcement surge =
                sample(one -> one instanceof Announcement.AbnormalUse use && use.unit() == Unit.KILOWATT_HOUR);
        assertThat(all(surge, language)).contains(device).doesNotContain(leak);
        assertThat(words(surge, language).brief()).contains(device);
        assertThat(brief(Cause.Kind.ABNORMAL_USE, language)).contains(leak).doesNotContain(device);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Your meters are read | Meters W-104233 and W-200017 are read | keep them accessible
            FR | Relevé de vos compteurs | les compteurs W-104233 et W-200017 | Laissez-les accessibles
            AR | قراءة عداديكم | العدادين W-104233 وW-200017 | المرجو تركهما
            """)
    void severalMetersAreSeveral(Language language, String subject, String meters, String please) {
        Announcement two = sample(one ->
                one instanceof Announcement.ReadingDay day && day.meters().size() == 2);
        assertThat(all(two, language)).contains(subject, meters, please);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Read your own meters | Your meters: W-104233 and W-200017. | readings of meters W-104233 and W-200017.
            FR | Relevez vos compteurs | Vos compteurs : W-104233 et W-200017. | le relevé des compteurs W-104233 et
            AR | اقرؤوا عداديكم | عداداكم: W-104233 وW-200017. | قراءتكم للعدادين W-104233 وW-200017.
            """)
    void severalOwnReadingsAreSeveral(Language language, String subject, String meters, String brief) {
        Announcement two = sample(one ->
                one instanceof Announcement.OwnReading own && own.meters().size() == 2);
        assertThat(all(two, language)).contains(subject, meters, brief);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Premises: 12 rue de la Gironde and 3 rue Atlas.
            FR | Adresses concernées : 12 rue de la Gironde et 3 rue Atlas.
            AR | العنوانان المعنيان: 12 rue de la Gironde و3 rue Atlas.
            """)
    void severalAddressesAreSeveral(Language language, String line) {
        Announcement two = sample(one ->
                one instanceof Announcement.Interruption at && at.addresses().size() == 2);
        assertThat(all(two, language)).contains(line);
    }

    @Test
    void threeOrMoreAreOtherThanTwoInArabic() {
        Announcement three = new Announcement.ReadingDay(
                DateRange.of(LocalDate.of(2020, 6, 11), LocalDate.of(2020, 6, 12)), List.of("A1", "A2", "A3"));
        assertThat(all(three, Language.AR)).contains("العدادات A1، A2 وA3 يوم 11 يونيو 2020", "المرجو تركها");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Reason for the interruption | takes place as announced, on 11 June 2020 | moved
            FR | Motif de l’interruption | aura lieu comme annoncé, le 11 juin 2020 | déplacée
            AR | سبب الانقطاع | باقٍ كما أُعلن عنه، يوم 11 يونيو 2020 | تغيير موعد
            """)
    void anotherReasonIsNotCalledMoved(Language language, String subject, String text, String moved) {
        Announcement reason = sample(one ->
                one instanceof Announcement.Interruption at && at.state() == OutageState.CHANGED && !at.isMoved());
        assertThat(all(reason, language)).contains(subject, text).doesNotContain(moved);
        Announcement later =
                sample(one -> one instanceof Announcement.Interruption at && at.state() == OutageState.CHANGED);
        assertThat(all(later, language)).contains(moved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | we reach you by: post 12 rue***blanca and browser notification. If
            FR | À partir du 11 juin 2020, nous vous joignons par : courrier 12 rue***blanca et notification du
            AR | عبر: البريد 12 rue***blanca وإشعار في المتصفح.
            """)
    void anAddressOfLettersIsKnownByItsEnds(Language language, String line) {
        Announcement post = sample(one ->
                one instanceof Announcement.ContactChange change && change.now().contains("push ***"));
        assertThat(all(post, language)).contains(line);
    }

    /// As in bills; in one piece where the telephone drops what keeps Arabic from turning it around.
    @ParameterizedTest
    @EnumSource
    void theAccountIsPrintedAsInBills(Language language) {
        Announcement paid = sample(one -> one instanceof Announcement.PaymentReceived);
        assertThat(plain(words(paid, language).lines().getLast())).contains("0000 000 042");
        assertThat(brief(Cause.Kind.PAYMENT, language)).contains("0000000042");
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
