package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is the same person, however the name is typed.
final class ChangeTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            amal          | Amal                | capitals           | true
            amal          | '  amal '           | spaces around      | true
            Amal Idrissi  | amal\u00A0\u2003IDRISSI | spaces between | true
            amal          | am\u200Bal          | unseen             | true
            amal          | \uFF41mal           | wide letters       | true
            أمل           | \u200Fأمل           | a mark of direction | true
            strasse       | straße              | sharp s            | true
            amal          | amale               | another            | false
            amal          | badr                | quite another      | false
            """)
    void isBy(String author, String name, String what, boolean isSame) {
        Change change = new Change(Instant.EPOCH, author, "why");
        assertThat(change.isBy(name)).as(what).isEqualTo(isSame);
        assertThat(Change.isSamePerson(name, author)).as(what).isEqualTo(isSame);
    }
}
