package org.taswiya.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.access.SignInCodes.Given;
import org.taswiya.store.books.BooksDigest;

/// Codes that are sent and given back; `5 give 1 111111` is what the holder of account 1 does five seconds after noon,
/// `5 give 1 111111 there` what somebody does in another browser, `5 give 1 111111 known` what is done in one from
/// which the account was opened before.
final class SignInCodesTest {
    private static String step(AccessTown town, String step) {
        String[] words = (step + " . .").split(" ");
        long second = Long.parseLong(words[0]);
        String account = AccessTown.account(words[2]);
        String code = words[3].equals(".") ? "" : words[3];
        Asker asker = new Asker(words[4].equals(".") ? "here" : words[4], words[4].startsWith("known"));
        return switch (words[1]) {
            case "send" ->
                SignInCodes.send(town.database(), account, asker, code, Language.AR, AccessTown.at(second))
                        ? "sent"
                        : "refused";
            case "give" -> text(SignInCodes.give(town.database(), account, asker, code, AccessTown.at(second)));
            default -> throw new IllegalArgumentException(step);
        };
    }

    private static String text(Given given) {
        return switch (given) {
            case Given.Right _ -> "right";
            case Given.Wrong(int left) -> "wrong " + left;
            case Given.NoneWaits _ -> "none";
        };
    }

    private static List<String> play(AccessTown town, String steps) {
        return Stream.of(steps.split(", ")).map(step -> step(town, step)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            goodAtOnce           | 0 send 1 111111, 0 give 1 111111                               | sent, right
            toTheSecond          | 0 send 1 111111, 600 give 1 111111                             | sent, right
            aSecondTooLate       | 0 send 1 111111, 601 give 1 111111                             | sent, none
            wrongAndTooLate      | 0 send 1 111111, 601 give 1 222222                             | sent, none
            usedTwice            | 0 send 1 111111, 1 give 1 111111, 2 give 1 111111              | sent, right, none
            wrongAfterUse        | 0 send 1 111111, 1 give 1 111111, 2 give 1 222222              | sent, right, none
            nothingWasSent       | 0 give 1 111111                                                | none
            notAReference        | 0 send 7 111111, 1 give 7 111111                               | refused, none
            unknownAccount       | 0 send unknown 111111, 1 give unknown 111111                   | refused, none
            aQuoteIsNoAccount    | 0 send ' 111111, 1 give ' 111111                               | refused, none
            onlyByPost           | 0 send post 111111, 1 give post 111111                         | refused, none
            onlyByBrowserAndPost | 0 send push 111111, 1 give push 111111                         | refused, none
            nobodySaidHow        | 0 send none 111111, 1 give none 111111                         | refused, none
            smsIsTheLastRung     | 0 send late 111111, 1 give late 111111                         | sent, right
            theCodeOfAnother     | 0 send 1 111111, 1 give late 111111, 2 give 1 111111           | sent, none, right
            ofTheSameCustomer    | 0 send 1 111111, 1 give 2 111111                               | sent, none
            replaced             | 0 send 1 111111, 1 send 1 222222, 2 give 1 111111              | sent, sent, wrong 4
            theNewOneCounts      | 0 send 1 111111, 1 send 1 222222, 2 give 1 222222              | sent, sent, right
            replacedIsForGood    | 0 send 1 111111, 1 send 1 222222, 2 give 1 222222, 3 give 1 111111 \
            | sent, sent, right, none
            newOneAfterUse       | 0 send 1 111111, 1 give 1 111111, 2 send 1 222222, 3 give 1 222222 \
            | sent, right, sent, right
            sameDigitsAgain      | 0 send 1 111111, 1 give 1 111111, 2 send 1 111111, 3 give 1 111111 \
            | sent, right, sent, right
            oneDigitLess         | 0 send 1 111111, 1 give 1 11111                                | sent, wrong 4
            oneDigitMore         | 0 send 1 111111, 1 give 1 1111111                              | sent, wrong 4
            nothingIsGiven       | 0 send 1 111111, 1 give 1                                      | sent, wrong 4
            otherDigits          | 0 send 1 111111, 1 give 1 ١١١١١١                               | sent, wrong 4
            theMark              | 0 send 1 111111, 1 give 1 [...]                                | sent, wrong 4
            noughtsInFront       | 0 send 1 000001, 1 give 1 1, 2 give 1 000001                   | sent, wrong 4, right
            """)
    void theNewestCountsOnceForTenMinutes(String trap, String steps, String expected) {
        assertThat(play(AccessTown.fresh(), steps)).as(trap).containsExactly(expected.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            theFifthIsRight       | 4 | 1 give 1 111111                                      | right
            theFifthIsWrong       | 4 | 1 give 1 222222                                      | wrong 0
            theSixthIsRight       | 5 | 1 give 1 111111                                      | none
            theSixthIsWrong       | 5 | 1 give 1 222222                                      | none
            aNewOneHasFiveAgain   | 5 | 1 send 1 222222, 2 give 1 111111, 3 give 1 222222    | sent, wrong 4, right
            triesOfOneBefore      | 3 | 1 send 1 222222, 2 give 1 111111                     | sent, wrong 4
            anotherAccountsTries  | 5 | 1 send 2 111111, 2 give 2 111111                     | sent, right
            """)
    void guessingEndsAfterFiveTries(String trap, int wrong, String steps, String expected) {
        AccessTown town = AccessTown.fresh();
        play(town, "0 send 1 111111");
        for (int left = 4; left >= 5 - wrong; left--) {
            assertThat(play(town, "0 give 1 000000")).containsExactly("wrong " + left);
        }
        assertThat(play(town, steps)).as(trap).containsExactly(expected.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            theFifthAtOnce        | 2 send 1 444444                                          | refused
            strangersCountAsOne   | 2 send 1 444444 there                                    | refused
            whoIsKnownHasTheirs   | 2 send 1 444444 known, 3 give 1 444444 known             | sent, right
            eachDeviceHasItsOwn   | 2 send 1 444444 known1, 2 send 1 555555 known2           | sent, sent
            aSecondTooSoon        | 899 send 1 444444                                        | refused
            afterAQuarter         | 900 send 1 444444                                        | sent
            thenTheNextIsTooSoon  | 900 send 1 444444, 900 send 1 555555                     | sent, refused
            oneLeavesOneComes     | 900 send 1 444444, 901 send 1 555555, 902 send 1 666666  | sent, sent, sent
            theFourthStillCounts  | 2 send 1 444444, 3 give 1 444444, 4 give 1 333333        | refused, wrong 4, right
            askingPutsNothingOff  | 2 send 1 4, 899 send 1 4, 900 send 1 444444              | refused, refused, sent
            usedOnesCountToo      | 2 give 1 333333, 3 send 1 444444                         | right, refused
            anotherAccount        | 2 send 2 444444                                          | sent
            """)
    void nobodyFloodsATelephone(String trap, String steps, String expected) {
        AccessTown town = AccessTown.fresh();
        assertThat(play(town, "0 send 1 000000, 1 send 1 111111, 2 send 1 222222, 2 send 1 333333"))
                .containsExactly("sent", "sent", "sent", "sent");
        assertThat(play(town, steps)).as(trap).containsExactly(expected.split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            notWhereNobodyAsked   | 0 send 1 111111, 1 give 1 111111 there                     | sent, none
            onlyWhereItWasAskedIn | 0 send 1 111111, 1 give 1 111111 there, 2 give 1 111111     | sent, none, right
            eachHasTheirOwn       | 0 send 1 111111 there, 1 send 1 222222, 2 give 1 111111 there, 3 give 1 222222 \
            | sent, sent, right, right
            notThatOfTheOther     | 0 send 1 111111 there, 1 send 1 222222, 2 give 1 111111, 3 give 1 222222 \
            | sent, sent, wrong 4, right
            """)
    void aCodeCountsInTheBrowserThatAskedForIt(String trap, String steps, String expected) {
        assertThat(play(AccessTown.fresh(), steps)).as(trap).containsExactly(expected.split(", "));
    }

    /// Who knows a reference and nothing else asks and guesses as often as they may: the holder gets in all the same,
    /// where they are known, and where they have asked before.
    @Test
    void whatStrangersTryTakesNothingFromTheHolder() {
        AccessTown town = AccessTown.fresh();
        play(town, "0 send 1 111111");
        for (int asked = 0; asked < 3; asked++) {
            play(town, "1 send 1 222222 there");
            for (int wrong = 0; wrong < 5; wrong++) {
                play(town, "1 give 1 000000 there");
            }
        }
        assertThat(play(town, "2 send 1 333333 there")).containsExactly("refused");
        assertThat(play(town, "3 give 1 111111, 4 send 1 444444 known, 5 give 1 444444 known"))
                .containsExactly("right", "sent", "right");
    }

    /// Not a row, not a change: strangers cannot fill the books.
    @Test
    void whatIsRefusedLeavesNothing() {
        AccessTown town = AccessTown.fresh();
        String before = BooksDigest.of(town.database());
        play(town, "0 send unknown 111111, 0 send post 111111, 0 send push 111111, 0 send none 111111");
        play(town, "0 give unknown 111111, 0 give 1 111111");
        assertThat(BooksDigest.of(town.database())).isEqualTo(before);
    }

    /// Also not by whoever knows what stands in its place.
    @Test
    void anErasedCodeCountsNoMore() {
        AccessTown town = AccessTown.fresh();
        play(town, "0 send 1 111111");
        town.execute("insert into erasure select 1, 'code', 'P1', null, 'request', 0, max(id) from change");
        assertThat(town.texts("select code from sign_in_code")).containsExactly("[...]");
        assertThat(play(town, "1 give 1 [...], 2 give 1 111111, 3 send 1 222222, 4 give 1 222222"))
                .containsExactly("none", "none", "sent", "right");
    }

    /// So that guessing is seen, whatever was answered.
    @Test
    void aWrongTryIsWritten() {
        AccessTown town = AccessTown.fresh();
        play(town, "0 send 1 111111, 1 give 1 222222, 2 give 1 111111");
        assertThat(town.texts("select concat_ws(' ', t.ordinal, t.is_right, c.author, c.made_at at time zone 'UTC')"
                        + " from sign_in_code_try t join change c on c.id = t.change order by t.ordinal"))
                .containsExactly("1 f agency 2020-06-03 12:00:01", "2 t agency 2020-06-03 12:00:02");
    }

    @Test
    void ofAnyNumberWhoGiveTheSameCodeAtOnceOneIsRight() throws Exception {
        AccessTown town = AccessTown.fresh();
        play(town, "0 send 1 111111");
        assertThat(atOnce(4, _ -> step(town, "1 give 1 111111")))
                .containsExactlyInAnyOrder("right", "none", "none", "none");
    }

    @Test
    void ofAnyNumberWhoAskAtOnceFourAreSent() throws Exception {
        AccessTown town = AccessTown.fresh();
        assertThat(atOnce(6, one -> step(town, "0 send 1 11111" + one)))
                .containsExactlyInAnyOrder("sent", "sent", "sent", "sent", "refused", "refused");
        assertThat(town.messages()).hasSize(4);
    }

    private static List<String> atOnce(int people, IntFunction<String> doing) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Callable<String>> all = IntStream.range(0, people)
                    .mapToObj(one -> (Callable<String>) () -> doing.apply(one))
                    .toList();
            List<Future<String>> done = threads.invokeAll(all);
            return done.stream().map(Future::resultNow).toList();
        }
    }

    /// The connection dies after the last row is written and before it is committed: there is no code without its
    /// message, and the next one is the first.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"sign_in_code", "announcement", "message"})
    void killedWhileACodeIsWrittenThereIsNone(String table) {
        AccessTown town = AccessTown.fresh();
        String before = BooksDigest.of(town.database());
        kill(town, table);
        assertThatThrownBy(() -> play(town, "0 send 1 111111")).isInstanceOf(DatabaseException.class);
        assertThat(BooksDigest.of(town.database())).isEqualTo(before);
        town.execute("drop trigger kill on " + table);
        assertThat(play(town, "0 give 1 111111, 0 send 1 222222, 0 give 1 222222"))
                .containsExactly("none", "sent", "right");
        assertThat(town.messages()).containsExactly("S1 1 email a@example.org ar queued");
    }

    @Test
    void killedWhileATryIsWrittenTheCodeWaitsOn() {
        AccessTown town = AccessTown.fresh();
        play(town, "0 send 1 111111");
        String before = BooksDigest.of(town.database());
        kill(town, "sign_in_code_try");
        assertThatThrownBy(() -> play(town, "1 give 1 111111")).isInstanceOf(DatabaseException.class);
        assertThat(BooksDigest.of(town.database())).isEqualTo(before);
        town.execute("drop trigger kill on sign_in_code_try");
        assertThat(play(town, "2 give 1 222222, 3 give 1 111111")).containsExactly("wrong 4", "right");
    }

    private static void kill(AccessTown town, String table) {
        town.execute(
                "create or replace function kill() returns trigger language plpgsql as $$"
                        + " begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$",
                "create trigger kill after insert on " + table + " for each row execute function kill()");
    }
}
