package org.taswiya.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes of the second factor are those of every application.
final class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// Appendix B of RFC 6238.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheRfc(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), code.length()))
                .isEqualTo(code);
    }

    /// 287082 is the code of the seconds 30 to 59, step 1.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "itsFirstSecond,       30, 287082, 1",
        "itsLastSecond,        59, 287082, 1",
        "aStepBefore,           0, 287082, 1",
        "aStepAfter,           89, 287082, 1",
        "twoStepsAfter,        90, 287082, -1",
        "anothers,             30, 287083, -1",
        "withoutItsFirstDigit, 30, 87082,  -1",
        "nothing,              30, '',     -1",
        "eightDigits,          30, 94287082, -1"
    })
    void aCodeIsGoodForAStepAndItsNeighbours(String trap, long second, String typed, long step) {
        assertThat(Totp.stepOf(SECRET, typed, Instant.ofEpochSecond(second)))
                .isEqualTo(step < 0 ? OptionalLong.empty() : OptionalLong.of(step));
    }

    /// RFC 4648, without padding.
    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String plain, String written) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }
}
