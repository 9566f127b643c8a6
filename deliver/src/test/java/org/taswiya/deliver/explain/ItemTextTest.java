package org.taswiya.deliver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

final class ItemTextTest {
    @ParameterizedTest
    @CsvSource({
        "EN, 0000000001AB, Bill 0000000001AB",
        "EN, F-17, Former bill F-17",
        "EN, AJ0000000003, Adjustment AJ0000000003",
        "FR, AJ0000000003, Rectification AJ0000000003",
        "AR, AJ0000000003, تصحيح رقم AJ0000000003",
    })
    void anAdjustmentIsNoFormerBill(Language language, String number, String shown) {
        String text = ItemText.of(ItemKey.ofNumber(number), Texts.of(language), new Figures(language, "MAD"));
        assertThat(text.replaceAll("\\p{Cf}", "")).isEqualTo(shown);
    }
}
