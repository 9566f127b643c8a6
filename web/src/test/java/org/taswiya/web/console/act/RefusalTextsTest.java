package org.taswiya.web.console.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.adjustment.AdjustmentRefusal;
import org.taswiya.core.arrangement.ArrangementReason;
import org.taswiya.core.customer.Language;
import org.taswiya.run.desk.RebillAnswer;
import org.taswiya.web.page.PageTexts;

/// Each reason for which something is refused has words of its own in each language: the engine's sentence is a detail.
final class RefusalTextsTest {
    private static Stream<String> keys() {
        return Stream.of(
                        Arrays.stream(AdjustmentRefusal.values()).map(AdjustmentWords::refused),
                        Arrays.stream(ArrangementReason.values())
                                .map(reason -> "arrangement.refused." + ArrangementPages.words(reason)),
                        Arrays.stream(RebillAnswer.Reason.values()).map(CorrectionPages::refused))
                .flatMap(one -> one)
                .distinct();
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonHasWordsOfItsOwn(Language language) {
        Set<String> said = keys().map(key -> PageTexts.of(language).text(key)).collect(Collectors.toSet());
        assertThat(said).noneMatch(String::isBlank).hasSizeGreaterThan(30);
    }
}
