package org.taswiya.web.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.print.UsedPeriod;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.PageTexts;
import org.taswiya.web.page.Rendered;
import org.taswiya.web.use.UsePages.Use;
import org.taswiya.web.use.UsePages.UsedService;
import org.taswiya.web.use.UsedMonths.Month;

/// A month of 100, one of 50 that is estimated, and two months of 150 together.
final class UsePageTest {
    private static final UsedMonths USED = new UsedMonths(
            Unit.CUBIC_METRE,
            List.of(
                    month("2020-01-01", "2020-02-01", 100, false, 80),
                    month("2020-02-01", "2020-03-01", 50, true, null),
                    month("2020-03-01", "2020-05-01", 150, false, 200)));

    private static Month month(String from, String to, long usage, boolean isEstimated, @Nullable Integer before) {
        return new Month(
                new UsedPeriod(
                        DateRange.of(LocalDate.parse(from), LocalDate.parse(to)), Decimal.of(usage), isEstimated),
                before == null ? null : Decimal.of(before),
                false);
    }

    private static Frame frame(Language language) {
        return new Frame(
                language,
                PageTexts.of(language),
                new Figures(language, "MAD"),
                UtilityProfile.plain("casablanca"),
                "",
                true,
                false,
                Set.of(),
                "/use",
                "",
                List.of(),
                List.of(),
                null);
    }

    private static StatedAgreement agreement() {
        return new StatedAgreement(
                "1204551837",
                "C1000004",
                "water",
                "casablanca/water-household",
                "U1",
                "P1",
                "12, rue d’Agadir",
                "W1",
                LocalDate.of(2019, 1, 1),
                null,
                List.of());
    }

    private static String rendered(Frame frame, Use use) {
        byte[] body = Objects.requireNonNull(Rendered.page("use", frame, use).getBody());
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void aBarIsAsHighAsTheUseOfOneMonth() {
        List<UseChart.Column> columns = UseChart.of(USED, frame(Language.EN)).columns();
        assertThat(columns).extracting(column -> column.now().high()).containsExactly(192, 96, 144);
        assertThat(columns.get(2).now().wide())
                .isEqualTo(2 * columns.getFirst().now().wide());
        assertThat(columns)
                .extracting(column -> column.before() == null
                        ? 0
                        : Objects.requireNonNull(column.before()).high())
                .containsExactly(154, 0, 192); // 80 of 100, none, 100 a month
        assertThat(columns).extracting(UseChart.Column::year).containsExactly("2020", "", "");
    }

    @Test
    void inArabicTheFirstMonthStandsOnTheOtherSide() {
        List<UseChart.Column> english = UseChart.of(USED, frame(Language.EN)).columns();
        List<UseChart.Column> arabic = UseChart.of(USED, frame(Language.AR)).columns();
        for (int i = 0; i < english.size(); i++) {
            UseChart.Bar there = english.get(i).now();
            assertThat(arabic.get(i).now())
                    .isEqualTo(new UseChart.Bar(
                            UseChart.WIDTH - there.left() - there.wide(), there.top(), there.wide(), there.high()));
        }
    }

    @Test
    void nothingUsedIsNoBarAndNoFault() {
        UsedMonths none = new UsedMonths(Unit.CUBIC_METRE, List.of(month("2020-01-01", "2020-02-01", 0, false, 0)));
        assertThat(UseChart.of(none, frame(Language.FR))
                        .columns()
                        .getFirst()
                        .now()
                        .high())
                .isZero();
    }

    @Test
    void theYearBeforeIsComparedWithTheSameMonthsAlone() {
        assertThat(USED.comparable()).hasToString("250");
        assertThat(USED.yearBefore()).hasToString("Optional[280]");
    }

    @Test
    void whoTakesMuchChoosesAService() {
        Use use = new Use("1204551837", List.of(), List.of(agreement()), List.of());
        assertThat(rendered(frame(Language.AR), use))
                .contains("/use/1204551837/C1000004")
                .doesNotContain("<svg");
    }

    @ParameterizedTest
    @CsvSource({"AR, مقدّر", "FR, estimé", "EN, estimated"})
    void whatIsEstimatedIsHatchedAndSaid(Language language, String word) {
        Frame frame = frame(language);
        Use use = new Use(
                "1204551837",
                List.of(),
                List.of(),
                List.of(new UsedService(agreement(), USED, UseChart.of(USED, frame))));
        String page = rendered(frame, use);
        assertThat(page.split("fill=\"url\\(#hC1000004\\)\"", -1)).hasSize(2); // one bar
        assertThat(page).contains("<span class=\"estimated\">" + word + "</span>");
    }
}
