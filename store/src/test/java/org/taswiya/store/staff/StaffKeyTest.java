package org.taswiya.store.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// A second factor opens with its key, for its ticket, unchanged.
final class StaffKeyTest {
    private static final StaffKey KEY = StaffKey.parse("0f".repeat(32) + "\n").orElseThrow();
    private static final StaffKey OTHER = StaffKey.parse("AA".repeat(32)).orElseThrow();
    private static final byte[] SECRET = "twenty bytes of this".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void itOpensWithItsKeyForItsTicketAlone() {
        byte[] kept = KEY.seal(7, SECRET);
        assertThat(StaffKey.open(KEY, 7, kept)).hasValue(SECRET);
        assertThat(StaffKey.open(KEY, 8, kept)).isEmpty();
        assertThat(StaffKey.open(OTHER, 7, kept)).isEmpty();
        assertThat(StaffKey.open(null, 7, kept)).isEmpty();
        assertThat(KEY.seal(7, SECRET)).isNotEqualTo(kept);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("twenty");
    }

    @Test
    void oneOfBeforeKeysGoesOnBeingGood() {
        assertThat(StaffKey.open(null, 7, SECRET)).hasValue(SECRET);
        assertThat(StaffKey.open(KEY, 7, SECRET)).hasValue(SECRET);
    }

    @Test
    void aChangedByteIsFound() {
        byte[] kept = KEY.seal(7, SECRET);
        for (int i = 0; i < kept.length; i++) {
            byte[] changed = kept.clone();
            changed[i] ^= 1;
            assertThat(StaffKey.open(KEY, 7, changed)).as("byte " + i).isEmpty();
        }
        assertThat(StaffKey.open(KEY, 7, Arrays.copyOf(kept, kept.length - 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0f", "zz", "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0"})
    void whatIsNoKeyIsRefused(String text) {
        assertThat(StaffKey.parse(text)).isEmpty();
    }

    @Test
    void thoseThatArePlainOrLostAreCounted() {
        Database database = TestDatabases.fresh();
        Change why = new Change(Instant.parse("2020-06-03T08:00:00Z"), "test", "for trials");
        String hash = "$argon2id$v=19$m=16,t=2,p=1$c2FsdHNhbHQ$eA";
        long ticket = 0;
        for (String name : new String[] {"amina", "nadia", "omar"}) {
            Staff.add(database, name, StaffRole.AGENT, "T-" + name, why);
            ticket++;
            byte[] kept = ticket == 1 ? SECRET : (ticket == 2 ? KEY : OTHER).seal(ticket, SECRET);
            assertThat(StaffDoor.choose(database, ticket, hash, kept, why)).isTrue();
        }
        assertThat(KeptFactors.of(database, KEY)).isEqualTo(new KeptFactors(1, 1));
        assertThat(KeptFactors.of(database, null)).isEqualTo(new KeptFactors(1, 2));
        Staff.reset(database, "amina", "T-2", why);
        assertThat(KeptFactors.of(database, KEY)).isEqualTo(new KeptFactors(0, 1));
    }
}
