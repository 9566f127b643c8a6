package org.taswiya.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;

final class PageTextsTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern VALUE = Pattern.compile("\\{[a-z]+}");

    /// Words that would say the same as one that is used everywhere.
    private static final Pattern OTHER_WORDS_IN_ARABIC = Pattern.compile("كلم(ة|ات) ?(ال)?سر");

    /// Of these, the last part is found while the program runs.
    private static final List<String> FAMILIES = List.of(
            "sign-in.fault.",
            "problem.",
            "why.before.",
            "why.year.",
            "why.average.",
            "why.of.",
            "reading.fault.",
            "dispute.fault.",
            "ask.fault.",
            "exchange.fault.",
            "ask.state.",
            "ask.step.",
            "dispute.state.",
            "dispute.reason.",
            "claim.adjusted.",
            "work.adjusted.",
            "notice.kind.",
            "notice.channel.",
            "notice.fate.",
            "pay.fault.",
            "amount.fault.",
            "guest.fault.",
            "paid.asked.",
            "paid.redirected.",
            "paid.authorised.",
            "paid.refused.",
            "paid.expired.",
            "paid.refunded.",
            "instalment.fault.",
            "instalment.none.",
            "instalment.state.",
            "instalment.row.",
            "renew.done.",
            "preference.saved.",
            "preference.channel.",
            "preference.kind.",
            "preference.fixed.",
            "address.fault.",
            "password.fault.",
            "passkey.fault.",
            "passkey.done.",
            "move-out.fault.",
            "delegate.may.",
            "delegate.would.",
            "delegate.done.",
            "delegate.fault.",
            "staff.fault.",
            "welcome.fault.",
            "past.kind.",
            "past.means.",
            "past.read.",
            "past.about.",
            "past.fate.",
            "past.outage.",
            "trail.kind.",
            "trail.at.",
            "trail.did.",
            "arrangement.",
            "adjust.",
            "key.",
            "round.remark.",
            "request.channel.",
            "request.language.",
            "request.state.",
            "request.step.",
            "request.fault.",
            "outage.place.",
            "outage.act.",
            "outage.fault.",
            "outage.refused.",
            "run.state.",
            "work.kind.",
            "work.order.",
            "work.amount.",
            "work.whose.",
            "work.label.",
            "work.choice.",
            "work.then.",
            "work.value.",
            "work.fault.",
            "work.refused.",
            "reach.chosen.",
            "reach.fault.",
            "reach.why.",
            "reached.done.",
            "reached.fault.",
            "prices.state.",
            "prices.step.",
            "prices.field.",
            "prices.fault.",
            "draft.kind.",
            "fault.found.",
            "fault.expected.",
            "shadow.class.",
            "shadow.bin.",
            "held.reason.",
            "held.found.",
            "suspect.found.",
            "suspect.reason.");

    /// A password is one thing to customers and to staff, on pages and in messages.
    @Test
    void aPasswordHasOneNameInArabic() throws IOException {
        for (String file : List.of(
                "src/main/resources/org/taswiya/web/page/pages_ar.properties",
                "../deliver/src/main/resources/org/taswiya/deliver/wording/texts_ar.properties")) {
            assertThat(Files.readAllLines(Path.of(file)))
                    .as(file)
                    .anyMatch(line -> line.contains("مرور"))
                    .noneMatch(line -> OTHER_WORDS_IN_ARABIC.matcher(line).find());
        }
    }

    /// The later one would win, on a page that somebody else has written.
    @ParameterizedTest
    @EnumSource
    void noKeyStandsTwice(Language language) throws IOException {
        Path file = MAIN.resolve("resources/org/taswiya/web/page/pages_" + language.code() + ".properties");
        List<String> keys = Files.readAllLines(file).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static Properties texts(Language language) throws IOException {
        Properties texts = new Properties();
        Path file = MAIN.resolve("resources/org/taswiya/web/page/pages_" + language.code() + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        VALUE.matcher(text).results().map(MatchResult::group).forEach(values::add);
        return values;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsMissingInALanguageOrTakesOtherValues(Language language) throws IOException {
        Properties arabic = texts(Language.AR);
        Properties other = texts(language);
        assertThat(other.stringPropertyNames()).isEqualTo(arabic.stringPropertyNames());
        assertThat(arabic.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(values(other.getProperty(key))).as(key).isEqualTo(values(arabic.getProperty(key))));
    }

    @Test
    void everyTextIsSaidSomewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(MAIN)) {
            found.filter(file -> file.toString().matches(".*\\.(java|jte)")).forEach(files::add);
        }
        for (Path file : files) {
            sources.append(Files.readString(file));
        }
        assertThat(texts(Language.AR).stringPropertyNames())
                .allSatisfy(key -> assertThat(sources.indexOf("\"" + key + "\"") >= 0
                                || FAMILIES.stream().anyMatch(key::startsWith))
                        .as(key)
                        .isTrue());
    }

    /// The number stands beside every sentence that says so, and beside no other.
    @Test
    void whoeverIsToldToCallIsToldWhere() throws IOException {
        Properties english = texts(Language.EN);
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(PageTexts.asksToCall(key))
                        .as(key)
                        .isEqualTo(english.getProperty(key).matches("(?i).*\\bcall us\\b.*")));
    }

    /// A number in a line from right to left stands between the characters that keep it together: a plus goes to its
    /// other side else, and a year after its day.
    @Test
    void aNumberInArabicIsWrapped() throws IOException {
        Properties arabic = texts(Language.AR);
        assertThat(arabic.stringPropertyNames())
                .allSatisfy(key -> assertThat(arabic.getProperty(key).replaceAll("\u2066[^\u2069]*\u2069", ""))
                        .as(key)
                        .doesNotContainPattern("[0-9٠-٩]"));
    }

    @Test
    void aTextThatIsNotThereIsABug() {
        assertThatThrownBy(() -> PageTexts.of(Language.FR).text("nobody.says"))
                .hasMessageContaining("No text 'nobody.says' in FR");
    }
}
