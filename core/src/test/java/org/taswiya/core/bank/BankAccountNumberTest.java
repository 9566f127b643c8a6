package org.taswiya.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// IBANs and RIBs, good and mistyped.
final class BankAccountNumberTest {
    @ParameterizedTest
    @CsvSource({
        "GB82 WEST 1234 5698 7654 32,        GB82WEST12345698765432", // the standard's own example
        "de89 3704 0044 0532 0130 00,        DE89370400440532013000",
        "MA64 0115 1900 0001 2050 0053 4921, MA64011519000001205000534921", // the registry's example
        "011519000001205000534921,           MA64011519000001205000534921", // the RIB in it
        "011 519 0000012050005349 21,        MA64011519000001205000534921",
        "GB82 WEST 1234 5698 7654 33,        -", // a wrong digit
        "GB28 WEST 1234 5698 7654 32,        -", // two changed for each other
        "011519000001205000534922,           -", // a wrong key
        "01151900000120500053492,            -", // a digit too few
        "MA64 0115 1900 0001 2050 0053 49,   -",
        "'',                                 -",
        "1204551837,                         -",
    })
    void aNumberHoldsOrNot(String typed, String iban) {
        assertThat(BankAccountNumber.parse(typed).map(BankAccountNumber::iban).orElse("-"))
                .isEqualTo(iban);
    }

    @ParameterizedTest
    @CsvSource({"GB82WEST12345698765432, GB82...5432", "12345, ...", "'', ..."})
    void onScreensItIsMasked(String number, String masked) {
        assertThat(BankAccountNumber.masked(number)).isEqualTo(masked);
    }
}
