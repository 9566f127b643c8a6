package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.decision.DecisionRefusal;
import org.taswiya.store.decision.DecisionRefused;
import org.taswiya.store.run.Withheld;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.console.work.FoundWords;
import org.taswiya.web.console.work.RefusalWords;
import org.taswiya.web.page.Frame;

/// What was found is said in the language of the page, by the values that the books keep.
final class FoundWordsTest {
    private static final String DETAIL = "<span class=\"note\" lang=\"en\" dir=\"ltr\">";

    /// Of every reason at once.
    private static final HoldFigures ALL = HoldFigures.NONE
            .number("value", 7)
            .day("at", LocalDate.of(2020, 7, 1))
            .number("before", 12)
            .day("since", LocalDate.of(2020, 3, 1))
            .day("from", LocalDate.of(2020, 2, 1))
            .day("to", LocalDate.of(2020, 5, 1))
            .day("ended", LocalDate.of(2020, 6, 9))
            .name("unit", "m3")
            .name("tariff", "casablanca/water-household")
            .name("priced", "kWh")
            .number("dial", 10_000)
            .number("most", 4)
            .number("bills", 3)
            .amount("bill", Money.parse("1234.50"))
            .number("multiple", 5)
            .amount("usual", Money.parse("200.00"))
            .amount("charged", Money.parse("900.00"))
            .amount("credited", Money.parse("800.00"))
            .names("agreements", List.of("C1", "C2"));

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static WorkTown work;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        work = WorkTown.of(town);
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String words(Language language, HoldReason reason, HoldFigures figures) {
        Frame frame = Frame.speaking(town.site(), language);
        return FoundWords.of(frame, new Withheld.Reason(reason.code(), "found", figures))
                .orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsSentenceInEveryLanguage(HoldReason reason) {
        for (Language language : Language.values()) {
            assertThat(words(language, reason, ALL)).isNotEmpty().doesNotContain("{");
        }
    }

    /// What a tariff asks for lacks in three ways, and of what was held before only the tariff is kept.
    @Test
    void whatATariffAsksForIsNamed() {
        HoldFigures of = HoldFigures.NONE.name("tariff", "mill/electricity");
        LocalDate april = LocalDate.of(2026, 4, 1);
        for (Language language : Language.values()) {
            assertThat(List.of(
                            words(language, HoldReason.NOT_COUNTED, of),
                            words(
                                    language,
                                    HoldReason.NOT_COUNTED,
                                    of.name("asked", "meter-size").day("from", april)),
                            words(language, HoldReason.NOT_COUNTED, of.name("band", "peak")),
                            words(
                                    language,
                                    HoldReason.NOT_COUNTED,
                                    HoldFigures.NONE
                                            .day("from", april)
                                            .day("to", april.plusMonths(1))
                                            .number("counted", 3000)
                                            .number("read", 4500))))
                    .doesNotHaveDuplicates()
                    .allSatisfy(words -> assertThat(words).isNotEmpty().doesNotContain("{"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "READING_LOWER, 7 on 1 July 2020 is lower than 12 on 1 March 2020",
        "ABOVE_USUAL, '1,234.50 DH, more than 5 times the usual 200.00 DH'",
        "OTHER_UNIT, 'counts m³, and the tariff casablanca/water-household prices kWh'",
        "MISSING_SERVICE, 'C1, C2'",
    })
    void valuesAreWrittenAsThePageWritesThem(HoldReason reason, String said) {
        assertThat(words(Language.EN, reason, ALL).replace('\u00a0', ' ')).contains(said);
    }

    /// Why a decision is not done is said with its values, unless the reason says all.
    @ParameterizedTest
    @EnumSource
    void everyRefusalHasItsSentenceInEveryLanguage(DecisionRefusal refusal) {
        String reason = refusal == DecisionRefusal.UNACCEPTABLE ? "dials" : "large-bill";
        HoldFigures figures = HoldFigures.NONE
                .name(DecisionRefused.REASONS, reason)
                .names(DecisionRefused.VALUES, List.of("12", "21"))
                .number(DecisionRefused.VALUE, 123_456)
                .number(DecisionRefused.DIGITS, 5)
                .number(DecisionRefused.DECIMALS, 0)
                .day(DecisionRefused.DAY, LocalDate.of(2020, 7, 1));
        boolean saysAll = Set.of(DecisionRefusal.NOT_WAITING, DecisionRefusal.DECIDED, DecisionRefusal.NOT_OF_ESTIMATE)
                .contains(refusal);
        for (Language language : Language.values()) {
            String said = RefusalWords.found(Frame.speaking(town.site(), language), refusal, figures)
                    .orElse("");
            assertThat(said.isEmpty()).as(said).isEqualTo(saysAll);
            assertThat(said).doesNotContain("{");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, في العداد \u20665\u2069 أرقام قبل الفاصلة و\u20660\u2069 بعدها",
        ", في العداد \u20660\u2069 أرقام بعد الفاصلة"
    })
    void aDialIsToldByTheDigitsThatItHas(@Nullable Integer digits, String said) {
        HoldFigures figures =
                HoldFigures.NONE.number(DecisionRefused.VALUE, 123_456).number(DecisionRefused.DECIMALS, 0);
        Frame frame = Frame.speaking(town.site(), Language.AR);
        assertThat(RefusalWords.found(
                        frame,
                        DecisionRefusal.NOT_ON_THE_DIAL,
                        digits == null ? figures : figures.number(DecisionRefused.DIGITS, digits)))
                .hasValueSatisfying(words -> assertThat(words).startsWith(said).contains("\u2066123\u00a0456\u2069"));
    }

    /// A value that no meter there can show: what is typed stays, and the page says what the dial has.
    @Test
    void aCorrectionThatTheDialCannotShowIsRefusedInTheLanguageOfThePage() {
        String path = "/staff/work/suspect/" + work.suspect(2, 40_000);
        HttpResponse<String> page = nadia.get(path);
        String seen = page.body().replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> refused = nadia.browser()
                .post(path + "/decide", "what", "correct", "value", "123456789", "why", "photo", "seen", seen);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("لا يمكنه أن يُظهر \u2066123\u00a0456\u00a0789\u2069", "value=\"123456789\"")
                .doesNotContain("cannot show");
    }

    /// What was held before the values were kept.
    @Test
    void withoutItsValuesASentenceIsNotMade() {
        assertThat(words(Language.AR, HoldReason.READING_LOWER, HoldFigures.NONE))
                .isEmpty();
    }

    @Test
    void aHeldBillSaysItInTheLanguageOfThePage() {
        String page = nadia.get("/staff/work/held/" + work.held(0, 1_234_500)).body();
        assertThat(page).contains("مبلغ الفاتورة \u206612\u00a0345,00\u2069").doesNotContain("the bill is", DETAIL);
    }

    /// By the engine, in the run of the town.
    @Test
    void whatARunHasHeldSaysItToo() {
        String held = town.texts("select agreement from held_agreement where reason = 'reading-lower'")
                .getFirst();
        assertThat(nadia.get("/staff/work/held/" + held).body())
                .containsPattern("القيمة \u2066[0-9\u00a0]+\u2069 يوم \u2067[^\u2069]+\u2069 أقل من")
                .doesNotContain("is lower than", DETAIL);
    }

    @Test
    void anOlderOneHasTheEnginesSentenceMarkedAsEnglish() {
        String page =
                nadia.get("/staff/work/held/" + work.heldBefore(0, 50_000)).body();
        assertThat(page).contains("فاتورة كبيرة", DETAIL + "the bill is 50000</span>");
    }

    @Test
    void aReadingThatWaitsSaysItInTheLanguageOfThePage() {
        String page =
                nadia.get("/staff/work/suspect/" + work.suspect(0, 98_700)).body();
        assertThat(page).contains("استُهلك \u2066500\u2069", "\u206616,7\u2069").doesNotContain("far above", DETAIL);
    }
}
