package org.taswiya.deliver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.ItemKind;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

class ItemTextTest {
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(textBlock = """
            BILL,       EN, 0000000001AB, Bill
            OPENING,    EN, F9,           Former bill
            ADJUSTMENT, EN, AJ0000000001, Adjustment
            REFUND,     EN, RF0000000001, Refund
            ADJUSTMENT, FR, AJ0000000001, Rectification
            REFUND,     FR, RF0000000001, Remboursement
            ADJUSTMENT, AR, AJ0000000001, تصحيح رقم
            REFUND,     AR, RF0000000001, مبلغ مسترجع رقم
            """)
    void onlyWhatWasOpenBeforeIsAFormerBill(ItemKind kind, Language language, String number, String words) {
        Figures figures = new Figures(language, "MAD");
        assertThat(ItemText.of(new ItemKey(kind, number), Texts.of(language), figures))
                .isEqualTo(words + " " + figures.isolated(number));
    }
}
