package org.taswiya.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.bank.Proposal.Evidence;

/// What payers write, and whom they mean by it.
final class NamedInTextTest {
    @ParameterizedTest
    @CsvSource({
        "1204551837,                          1204551837", // bare
        "1204 551 837,                        1204551837", // as printed
        "1204-551-837,                        1204551837",
        "ref:1204551837.,                     1204551837",
        "١٢٠٤ ٥٥١ ٨٣٧ شكرا,                   1204551837", // Arabic digits
        "۱۲۰۴۵۵۱۸۳۷,                          1204551837", // Eastern ones
        "１２０４５５１８３７,                   1204551837", // of full width
        "1204551837 et 1204551837,            1204551837", // one, named twice
        "1204551837 / 0000000042,             1204551837 0000000042",
        "12045518370,                         ''", // eleven digits
        "011519000001205000534921,            ''", // a RIB
        "MA64011519000001205000534921,        ''", // an IBAN
        "12 0455 1837,                        ''", // in groups that nobody prints
        "facture 0000000042BQ,                0000000042BQ",
        "facture 0000000042 BQ,               0000000042BQ",
        "FACTURE 0000 000 042 bq,             0000000042BQ",
        "facture 0000000042BR,                ''", // letters that do not fit: mistyped
        "0000000042 de mars,                  0000000042", // letters that are a word
        "0000000042 des eaux,                 0000000042",
        "R0000000042BQ,                       ''", // a receipt
        "eau 2020-03-20,                      ''",
        "0612345678,                          0612345678", // a telephone; the books know that no account is called so
        "'',                                  ''",
    })
    void itFindsWhatIsNamed(String text, String expected) {
        NamedInText found = NamedInText.of(text);
        String named = String.join(" ", found.accounts())
                + String.join(" ", found.bills().stream().map(Object::toString).toList());
        assertThat(named).isEqualTo(expected);
    }

    @Test
    void aNumberThatABankHasBrokenIsFoundWhereNoLineHasOne() {
        assertThat(NamedInText.of("paiement facture 00000\n00042BQ").bills()).hasSize(1);
        assertThat(NamedInText.of("1204551837\n0000000042BQ").accounts()).containsExactly("1204551837");
        assertThat(NamedInText.of("le 2020\n1204551837").accounts()).containsExactly("1204551837");
    }

    @ParameterizedTest
    @CsvSource({
        "Fatima-Zahra El Alami, MME EL ALAMI FATIMA ZAHRA, true",
        "Hélène Béji,           HELENE BEJI,               true",
        "Mohamed Alami,         Mohamed Benani,            true", // half of two: a proposal, no proof
        "Mohamed Ali Alami,     Mohamed Reda Benani,       false",
        "M. El Ou,              EL OU,                     false", // no word of three letters
        "STE ATLAS SARL,        Atlas,                     true",
        "Alami,                 '',                        false",
        "'',                    '',                        false",
        "فاطمة العلمي,          العلمي فاطمة,              true",
    })
    void namesResembleEachOther(String one, String other, boolean isLike) {
        assertThat(NameLikeness.isLike(one, other)).isEqualTo(isLike);
        assertThat(NameLikeness.isLike(other, one)).isEqualTo(isLike);
    }

    @Test
    void theOneForWhichMostSpeaksComesFirst() {
        Map<String, Set<Evidence>> found = Map.of(
                "0000000005", EnumSet.of(Evidence.NAMED),
                "0000000004", EnumSet.of(Evidence.SAME_AMOUNT, Evidence.SIMILAR_NAME),
                "0000000003", EnumSet.of(Evidence.SAME_PAYER),
                "0000000002", EnumSet.of(Evidence.NAMED),
                "0000000001", EnumSet.noneOf(Evidence.class));
        assertThat(Proposal.ranked(found))
                .extracting(Proposal::account)
                .containsExactly("0000000004", "0000000002", "0000000005", "0000000003");
    }
}
