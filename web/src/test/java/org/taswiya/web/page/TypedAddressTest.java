package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;

final class TypedAddressTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            asAtHome        | SMS   | MA | 06 12 34 56 78     | +212612345678
            fromAbroad      | SMS   | MA | +212 612-345.678   | +212612345678
            twoZeros        | SMS   | MA | 00212612345678     | +212612345678
            arabicDigits    | SMS   | MA | ٠٦١٢٣٤٥٦٧٨         | +212612345678
            nobodysCountry  | SMS   | XX | 0612345678         |
            tooShort        | SMS   | MA | 06                 |
            letters         | SMS   | MA | 06 CALL ME         |
            mail            | EMAIL | MA | ' a.b@example.org ' | a.b@example.org
            noMail          | EMAIL | MA | example.org        |
            """)
    void addresses(String trap, Channel channel, String country, String typed, String address) {
        assertThat(TypedAddress.parse(channel, typed, country)
                        .map(Contact::address)
                        .orElse(null))
                .as(trap)
                .isEqualTo(address);
    }
}
