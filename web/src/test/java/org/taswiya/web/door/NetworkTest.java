package org.taswiya.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose tries are counted together.
final class NetworkTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            twoOfIpv4,               192.0.2.1,            192.0.2.2,              false
            theSameOfIpv4,           192.0.2.1,            192.0.2.1,              true
            oneHouseholdOfIpv6,      2001:db8:1:1::1,      2001:db8:1:1:ffff::9,   true
            twoHouseholdsOfIpv6,     2001:db8:1:1::1,      2001:db8:1:2::1,        false
            inBrackets,              [2001:db8:1:1::1],    2001:db8:1:1::2,        true
            shortAndLong,            2001:db8:1:1::1,      2001:0db8:0001:0001:0:0:0:1, true
            ipv4WrittenAsIpv6,       ::ffff:192.0.2.1,     192.0.2.1,              true
            twoOfIpv4WrittenAsIpv6,  ::ffff:192.0.2.1,     ::ffff:192.0.2.2,       false
            noAddresses,             here,                 there,                  false
            """)
    void aHouseholdIsOne(String trap, String one, String other, boolean isSame) {
        assertThat(Network.of(one).equals(Network.of(other))).as(trap).isEqualTo(isSame);
    }
}
