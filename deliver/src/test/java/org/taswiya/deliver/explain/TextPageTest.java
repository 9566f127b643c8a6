package org.taswiya.deliver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.Table;
import org.taswiya.deliver.bill.Table.Column;

class TextPageTest {

    @Test
    void marksTakeNoCell() {
        assertThat(TextPage.width("مُقدَّر")).isEqualTo(4);
        assertThat(TextPage.width("\u2066160\u2069 kWh")).isEqualTo(7);
    }

    @Test
    void linesBreakAtSpacesAndNowhereElse() {
        assertThat(TextPage.wrapped("one two\u00A0three four", 9)).containsExactly("one", "two\u00A0three", "four");
        assertThat(TextPage.wrapped("", 9)).containsExactly("");
    }

    @Test
    void figuresStandUnderEachOtherFromEitherSide() {
        assertThat(table(Language.EN)).isEqualTo("""
                  a      n
                       (x)
                  ────────
                  b     10
                  cc  9.50
                """.replaceAll("(?m)^ {16}", ""));
        assertThat(table(Language.AR).replace("\u200F", "")).isEqualTo("""
                  a   n
                      (x)
                  ────────
                  b   10
                  cc  9.50
                """.replaceAll("(?m)^ {16}", ""));
    }

    private static String table(Language language) {
        TextPage page = new TextPage(language, false);
        Table table = new Table(List.of(Column.WORDS, Column.FIGURES), List.of("a", "n|(x)"));
        table.row("b", "10");
        table.row("cc", "9.50");
        TextTable.print(table, page);
        return page.toString();
    }

    @Test
    void colourIsOnlyAround() {
        TextPage page = new TextPage(Language.AR, true);
        page.title("x");
        page.paragraph("y");
        assertThat(page.toString()).isEqualTo("\u200F\u001B[1mx\u001B[0m\n\u200Fy\n");
    }
}
