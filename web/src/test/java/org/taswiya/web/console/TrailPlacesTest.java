package org.taswiya.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.wording.Texts;
import org.taswiya.web.page.PageTexts;

final class TrailPlacesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account                             | account
            adjust                              | adjust
            adjustment 3 asked for              | adjustment 3 asked-for
            approval of 3                       | approval-of 3
            approval of arrangement proposal 12 | approval-of-arrangement-proposal 12
            arrangement                         | arrangement
            arrangement 7 granted               | arrangement 7 granted
            arrangement proposal 7              | arrangement-proposal 7
            arrangement proposal 7 refused      | arrangement-proposal 7 refused
            bill 0000011798NT                   | bill 0000011798NT
            bill 0000011798NT made at once      | bill 0000011798NT made-at-once
            bill 0000011798NT taken back        | bill 0000011798NT taken-back
            taking back of bill 0000011798NT    | taking-back-of-bill 0000011798NT
            file 1 of request 12                | file 1 12
            reading C1000010 2020-07-01         | reading C1000010 2020-07-01
            suspect U000001E~2026-11-30         | suspect U000001E~2026-11-30
            password and code                   | password-and-code
            contact                             | contact
            contact let through                 | contact let-through
            approval of a contact               | approval-of-a-contact
            price book 3 proposed               | price-book 3 proposed
            price book trial                    | price-book-trial
            instalments 5                       | instalments 5
            request 5 for instalments refused   | request 5 for-instalments-refused
            outage 7                            | outage 7
            handset K7QM2VXA locked             | handset K7QM2VXA locked
            handset KAQMBVXA locked             | handset KAQMBVXA locked
            round 12 given                      | round 12 given
            provider                            | provider
            provider: invalid_nonce             | as it was written
            account of somebody                 | as it was written
            """)
    void whatIsWrittenIsUnderstood(String written, String said) {
        assertThat(TrailPlaces.parse(written)
                        .map(place -> Stream.concat(
                                        Stream.of(place.noun()),
                                        Stream.concat(place.which().stream(), Stream.of(place.outcome())))
                                .filter(part -> !part.isEmpty())
                                .toList())
                        .map(parts -> String.join(" ", parts))
                        .orElse("as it was written"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachHasItsWords(Language language) {
        Texts texts = PageTexts.of(language);
        for (String noun : TrailPlaces.NOUNS) {
            assertThat(texts.text("trail.at." + TrailPlaces.key(noun))).isNotBlank();
        }
        for (String outcome : TrailPlaces.OUTCOMES) {
            assertThat(texts.text("trail.did." + TrailPlaces.key(outcome))).isNotBlank();
        }
    }
}
