package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// A price book is written in a real browser: numbers stand beside the lines, what is wrong beside the line, nothing
/// sticks out, axe finds nothing, and it is proposed.
///
/// `-Dlook.at=FOLDER` puts a picture of every page there.
final class DraftInBrowserTest {
    private static final String DRAFT = "/staff/price-books/draft";
    private static final String ID = "casablanca/electricity-household";

    @TempDir
    private static Path folder;

    private static BrowsedTown browsed;
    private static PageTown town;
    private static StaffBrowser nadia;

    private final Sights sights = new Sights();

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        if (browsed != null) {
            browsed.close();
        }
    }

    private static String dearer(int year) throws IOException {
        String text = Files.readString(PlayedTown.UTILITIES.resolve("casablanca/tariffs/electricity-household.yaml"));
        int end = text.indexOf("\nexamples:");
        String version = text.substring(text.lastIndexOf("\n  - from: ", end), end)
                .replaceFirst("from: \\d{4}-\\d\\d-\\d\\d", "from: " + year + "-01-01")
                .replace("perMonth: 6.50", "perMonth: 9.50");
        return text.substring(0, end) + version + text.substring(end);
    }

    /// How far the number of a line is from the line itself, in pixels: both begin at the same height.
    private static double apart(Tab tab, int line) {
        return Double.parseDouble(tab.text("(() => { const area = document.querySelector('#book-text');"
                + " const style = getComputedStyle(area);"
                + " const top = area.getBoundingClientRect().top + parseFloat(style.paddingTop)"
                + " + " + (line - 1) + " * parseFloat(style.lineHeight) - area.scrollTop;"
                + " const number = document.querySelector('#line-" + line + "').getBoundingClientRect();"
                + " return String(Math.abs(number.top - top)); })()"));
    }

    private static void write(Tab tab, String text) {
        String quoted = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
        tab.evaluate("document.querySelector('#book-text').value = '" + quoted + "'");
    }

    /// As long as the rows of bills are kept from whoever counts, it is being counted; then the figures come, and what
    /// is typed meanwhile stays.
    private void everybodyComesByItself(Tab tab, Language language) {
        try (Connection clerk = town.database().connect();
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("lock table bill_segment");
            tab.follow("button[value=try]");
            sights.look(tab, language, "at-work");
            assertThat(tab.is("document.querySelector('[data-at-work]') !== null"))
                    .isTrue();
            tab.type("#why", "half a reason");
            clerk.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(tab.is("""
                (async () => {
                  while (!document.querySelector('#hardest')) await new Promise(later => setTimeout(later, 50));
                  return document.querySelector('[data-at-work]') === null;
                })()""")).isTrue();
        assertThat(tab.text("document.querySelector('#why').value")).isEqualTo("half a reason");
        sights.look(tab, language, "everybody");
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"AR", "FR"})
    void aBookIsWrittenCheckedTriedAndProposed(Language language) throws IOException {
        int year = language == Language.AR ? 2040 : 2041;
        Tab tab = browsed.tab();
        browsed.go(tab, "/staff/login");
        Sights.speak(tab, language);
        BrowsedTown.enter(tab, nadia);
        browsed.go(tab, DRAFT);
        sights.look(tab, language, "begin");
        tab.follow("a[href='" + DRAFT + "?begin=" + ID + "']");
        sights.look(tab, language, "draft");
        assertThat(apart(tab, 1)).isLessThan(2);
        assertThat(apart(tab, 120)).isLessThan(2);

        String dearer = dearer(year);
        String broken = dearer.replaceFirst("kind: fixed", "kind: fixt");
        int line =
                (int) broken.substring(0, broken.indexOf("kind: fixt")).lines().count();
        write(tab, broken);
        tab.follow("button[value=check]");
        sights.look(tab, language, "faulty");
        assertThat(tab.text("document.querySelector('.gutter .noted').textContent"))
                .isEqualTo(Integer.toString(line));
        assertThat(apart(tab, line)).isLessThan(2);
        assertThat(tab.text("document.querySelector('#book-text').value")).isEqualTo(broken);

        write(tab, dearer);
        BrowsedTown.tick(tab, "[name=whose][value=usages]");
        tab.type("#usages", "100 150 265");
        tab.follow("button[value=try]");
        sights.look(tab, language, "usages");
        BrowsedTown.tick(tab, "[name=whose][value='class']");
        tab.type("#from", "2010-01-01");
        tab.type("#to", "2030-01-01");
        everybodyComesByItself(tab, language);

        BrowsedTown.tick(tab, "[name=meant]");
        tab.type("#why", "grid of " + year);
        tab.follow("button[value=propose]");
        assertThat(tab.path()).matches("/staff/price-books/[0-9]+");
        assertThat(town.texts("select content from price_book order by id desc limit 1"))
                .containsExactly(dearer);
        tab.close();
        assertThat(sights.faults()).isEmpty();
    }

    /// From 2050 on beside the blocks: hours and demand, with an example that has both.
    private static String byTheHour() throws IOException {
        String dearer = dearer(2050).replaceFirst("\nexamples:\n", """

                      - component: hours
                        kind: bands
                        tax: electricity-energy
                        source: tried
                        bands:
                          - band: peak
                            blocks:
                              - { above: 0, upTo: 100, price: 2 }
                              - { above: 100, price: 4 }
                          - band: off-peak
                            blocks:
                              - { above: 0, price: 1 }
                      - component: capacity
                        kind: demand
                        tax: electricity-energy
                        unit: kW
                        source: tried
                        blocks:
                          - { above: 0, upTo: 10, price: 5 }
                          - { above: 10, price: 8 }
                examples:
                  - name: by the hour
                    source: tried
                    period: { from: 2050-01-01, to: 2050-02-01 }
                    usage: { peak: 50, off-peak: 150 }
                    demand: 8
                    expect: { net: 1 }
                """.replace("\n                ", "\n"));
        return dearer.replace("\n\n      - component: hours", "\n      - component: hours");
    }

    /// A quarter in the peak, 8 kW for 200 kWh: what was held is said, the picture can be read on a telephone, and
    /// where the language runs to the left, usage grows to the left.
    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"AR", "FR"})
    void hoursAndDemandAreACurveToo(Language language) throws IOException {
        Tab tab = browsed.tab();
        browsed.go(tab, "/staff/login");
        Sights.speak(tab, language);
        BrowsedTown.enter(tab, nadia);
        browsed.go(tab, DRAFT + "?begin=" + ID);
        write(tab, byTheHour());
        tab.follow("button[value=try]");
        sights.look(tab, language, "by-the-hour");
        boolean isArabic = language == Language.AR;
        assertThat(tab.text("document.querySelector('.held').textContent"))
                .contains("0,25", "0,75", "0,04")
                .contains(isArabic ? "ما يبقى ثابتا حين يزيد الاستهلاك" : "Ce qui reste fixe");
        assertThat(tab.text("document.querySelector('#beside-1').closest('table').textContent"))
                .contains(isArabic ? "الذروة" : "pointe");
        assertThat(tab.text("document.querySelector('#cliffs-1').closest('table').textContent"))
                .contains("210");
        String letters = "(() => { const svg = document.querySelector('figure.curve svg');"
                + " return String(17 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width); })()";
        assertThat(Double.parseDouble(tab.text(letters))).isGreaterThan(10);
        String[] ticks = tab.text("[...document.querySelectorAll('figure.curve text[text-anchor=middle]')]"
                        + ".map(tick => tick.getBoundingClientRect().x).join(' ')")
                .split(" ", -1);
        assertThat(Double.parseDouble(ticks[0]) < Double.parseDouble(ticks[1])).isEqualTo(!isArabic);
        tab.close();
        assertThat(sights.faults()).isEmpty();
    }
}
