package org.taswiya.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.access.Passkeys.Passkey;
import org.taswiya.store.access.Passkeys.Shown;

/// Passkeys that are kept, used and ended; `use a 3` is a sign-in with the key a, whose device has counted to three.
final class PasskeysTest {
    private final AccessTown town = AccessTown.fresh();
    private int second;

    private static byte[] bytes(String text) {
        return text.repeat(16).getBytes(StandardCharsets.US_ASCII);
    }

    private static Shown shown(String credential) {
        return new Shown(bytes(credential), "my telephone", bytes("k"), bytes("a"), "internal", 1, true, false);
    }

    /// Only what was written ends what is open, of its customer and of nobody else.
    @Test
    void eachChangeOfHowSomebodySignsInIsCounted() {
        step("add 1 a");
        step("add none a"); // somebody has that one
        step("use a 2");
        assertThat(SessionStanding.signInChanges(town.database(), AccessTown.account("1")))
                .isEqualTo(1);
        step("end none 1"); // none of theirs
        step("end 1 1");
        assertThat(SessionStanding.of(town.database(), List.of(AccessTown.account("1"))))
                .isEqualTo(new SessionStanding(2, Map.of()));
        assertThat(SessionStanding.signInChanges(town.database(), AccessTown.account("none")))
                .isZero();
        assertThat(SessionStanding.signInChanges(town.database(), "0999999999")).isZero();
    }

    private String step(String step) {
        String[] words = (step + " .").split(" ");
        second++;
        return switch (words[0]) {
            case "add" ->
                Passkeys.add(
                                town.database(),
                                AccessTown.account(words[1]),
                                bytes(words[1].substring(0, 1)),
                                shown(words[2]),
                                AccessTown.at(second))
                        ? "kept"
                        : "refused";
            case "use" ->
                Passkeys.find(town.database(), bytes(words[1]))
                        .map(key -> Passkeys.used(
                                town.database(), key.id(), Long.parseLong(words[2]), true, AccessTown.at(second)))
                        .map(isUsed -> isUsed ? "in" : "out")
                        .orElse("unknown");
            case "end" ->
                Passkeys.end(
                                town.database(),
                                AccessTown.account(words[1]),
                                Long.parseLong(words[2]),
                                AccessTown.at(second))
                        ? "ended"
                        : "refused";
            case "list" ->
                Passkeys.of(town.database(), AccessTown.account(words[1])).stream()
                        .map(key -> key.id() + ":" + key.shown().signCount() + (key.usedAt() == null ? "" : "u"))
                        .collect(Collectors.joining("+", "[", "]"));
            default -> throw new IllegalArgumentException(step);
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            kept            | add 1 a, list 2, list none                  | kept, [1:1], []
            used            | add 1 a, use a 2, list 1                 | kept, in, [1:2u]
            aCopyCountsBack | add 1 a, use a 5, use a 4, use a 5, use a 6 | kept, in, out, out, in
            countsNothing   | add 1 a, use a 0, use a 0                | kept, in, in
            ended           | add 1 a, end 1 1, use a 2, list 1        | kept, ended, unknown, []
            endedTwice      | add 1 a, end 1 1, end 1 1                | kept, ended, refused
            ofAnother       | add 1 a, end none 1, list 1                 | kept, refused, [1:1]
            sameKeyTwice    | add 1 a, add none a, list none               | kept, refused, []
            twoKeys         | add 1 a, add 1 b, use b 2, list 1        | kept, kept, in, [1:1+2:2u]
            """)
    void whatIsKeptOpens(String trap, String steps, String answers) {
        assertThat(Stream.of(steps.split(", ")).map(this::step).collect(Collectors.joining(", ")))
                .isEqualTo(answers);
    }

    /// The handle of the first stays, so that a device takes the next for the same holder's.
    @Test
    void aHolderIsKnownByOneHandleAndHasTenKeysAtMost() {
        for (int i = 0; i < Passkeys.MOST; i++) {
            assertThat(Passkeys.add(
                            town.database(),
                            AccessTown.account("1"),
                            bytes("" + i),
                            shown(String.valueOf((char) ('a' + i))),
                            AccessTown.at(i)))
                    .isTrue();
        }
        assertThat(step("add 1 z")).isEqualTo("refused");
        assertThat(Passkeys.of(town.database(), AccessTown.account("1")).stream()
                        .map(Passkey::handle))
                .allSatisfy(handle -> assertThat(handle).isEqualTo(bytes("0")));
        assertThat(Passkeys.handle(town.database(), AccessTown.account("none"))).isEmpty();
    }
}
