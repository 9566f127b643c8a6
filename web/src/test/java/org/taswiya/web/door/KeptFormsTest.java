package org.taswiya.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeptFormsTest {
    private static final Instant NOW = Instant.parse("2020-07-02T10:00:00Z");

    private final KeptForms forms = new KeptForms(4, 2);

    private String keep(String words, String address) {
        return forms.keep("/requests/new/1", Map.of("words", new String[] {words}), address, NOW);
    }

    private List<String> of(String key) {
        String[] words = forms.of(key, "/requests/new/1", NOW).get("words");
        return words == null ? List.of() : List.of(words);
    }

    @Test
    void whatWasTypedIsFoundAgainAtItsOwnAddressAndAtNoOther() {
        String key = keep("the meter turns", "a");
        assertThat(of(key)).containsExactly("the meter turns");
        assertThat(of(key)).as("shown twice").containsExactly("the meter turns");
        assertThat(forms.of(key, "/requests/new/2", NOW)).isEmpty();
        assertThat(forms.of("other", "/requests/new/1", NOW)).isEmpty();
        assertThat(forms.of(null, "/requests/new/1", NOW)).isEmpty();
    }

    @Test
    void whoSendsManyLosesTheirOwn() {
        String other = keep("of somebody else", "b");
        String first = keep("1", "a");
        String second = keep("2", "a");
        String third = keep("3", "a");
        assertThat(of(first)).isEmpty();
        assertThat(of(second)).containsExactly("2");
        assertThat(of(third)).containsExactly("3");
        assertThat(of(other)).containsExactly("of somebody else");
    }

    @Test
    void thereAreSoManyAtMost() {
        String first = keep("1", "a");
        for (int i = 0; i < 4; i++) {
            keep("more", "b" + i);
        }
        assertThat(of(first)).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        String key = keep("the meter turns", "a");
        Instant later = NOW.plus(Duration.ofMinutes(31));
        assertThat(forms.of(key, "/requests/new/1", later)).isEmpty();
        assertThat(of(key)).isEmpty();
    }
}
