package org.taswiya.cli.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.TenCustomers;
import org.taswiya.store.Database;

/// From readings that a clerk puts right to the customers who are told, in one home: C00001 uses 137 kWh a month.
@TestMethodOrder(OrderAnnotation.class)
final class NoticeCommandsTest {
    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    @BeforeAll
    static void tenHouseholds() {
        home = CommandHome.onTestServer(folder);
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
    }

    @Test
    @Order(1)
    void whatIsPutRightMayHaveToBeTold() {
        assertThat(home.good("notice", "list")).isEqualTo("0 open\n");
        assertThat(home.good("hold", "correct", "C00001", "--reading", "2020-04-01=3709", "--why", "photo"))
                .doesNotContain("abnormal");
        assertThat(home.good("hold", "correct", "C00001", "--reading", "2020-04-01=4000", "--why", "photo", "--trial"))
                .contains("would become 4000", "Its customer would have to be told of abnormal use.");
        assertThat(home.good("hold", "correct", "C00001", "--reading", "2020-04-01=4000", "--why", "photo"))
                .contains("Its customer should be told of abnormal use: ./taswiya notice show 1\n");
        assertThat(home.good("hold", "correct", "C00002", "--reading", "2020-04-01=5000", "--why", "photo"))
                .contains("./taswiya notice show 2\n");
    }

    @Test
    @Order(2)
    void whatIsOpenIsShown() {
        assertThat(home.good("notice", "list").lines()).hasSize(4);
        assertThat(home.good("notice", "list"))
                .contains(
                        "U1",
                        "surge",
                        "2020-03-01  2020-03-31  open",
                        "438 kWh used in 31 days; usual 140 kWh,",
                        "2 open. Look with");
        assertThat(home.good("notice", "list", "--kind", "continuous-flow")).isEqualTo("0 open\n");
        assertThat(home.good("notice", "list", "--point", "U2", "--json"))
                .contains("\"notice\":2", "\"state\":\"open\"", "\"agreement\":\"C00002\"", "\"overtaken\":false")
                .contains("\"texts\":{\"ar\":\"", "\"fr\":\"Pour mars", "\"en\":\"For March")
                .doesNotContain("\"notice\":1,");
        assertThat(home.wrong("notice", "list", "--kind", "leak"))
                .contains("'leak' is no kind; expected one of continuous");
    }

    @Test
    @Order(3)
    void oneIsShownInFullWithTheWordsForItsCustomer() {
        assertThat(home.good("notice", "show", "1"))
                .startsWith("""
                        notice 1: surge at U1, 2020-03-01 to 2020-03-31
                          electricity in Maarif, agreement C00001, account 0000000001, household
                          438 kWh used in 31 days; usual 140 kWh, ordinary up to""")
                .contains("  shown by the reading of 2020-04-01: 4000 (actual, corrected by ", ": photo)\n  open\n\n")
                .contains("Pour mars\u00a02020, votre compteur a compté 438\u00a0kWh en 31 jours.");
        assertThat(home.good("notice", "show", "1", "--lang", "en"))
                .contains("For March\u00a02020 your meter counted 438\u00a0kWh");
        assertThat(home.good("notice", "show", "1", "--lang", "fr"))
                .contains("\n  438 kWh en 31 jours ; d’ordinaire 140 kWh, et jusqu’à ");
        assertThat(home.good("notice", "show", "1", "--lang", "ar"))
                .contains("المعتاد")
                .doesNotContain("usual");
        assertThat(home.good("notice", "show", "1", "--json")).contains("\"figures\":{\"use\":\"438\",\"usual\":\"");
        assertThat(home.wrong("notice", "show", "9")).contains("there is no notice 9");
        assertThat(home.wrong("notice", "show", "last")).contains("'last' is no whole number");
    }

    @Test
    @Order(4)
    void oneThatIsDismissedStaysDismissed() {
        assertThat(home.good("notice", "dismiss", "1", "--why", "a heat pump", "--trial"))
                .isEqualTo("notice 1 would be dismissed; nothing stored\n");
        assertThat(home.good("notice", "list")).contains("2 open");
        assertThat(home.good("notice", "dismiss", "1", "--why", "a heat pump", "--author", "Salma"))
                .isEqualTo("notice 1 dismissed\n");
        assertThat(home.good("notice", "dismiss", "1", "2", "--why", "all known"))
                .isEqualTo("notice 2 dismissed\nnotice 1: dismissed before\n");
        assertThat(home.wrong("notice", "dismiss", "1", "7", "--why", "x")).contains("there is no notice 7");
        assertThat(home.good("notice", "list")).isEqualTo("0 open\n");
        assertThat(home.good("notice", "show", "1")).contains("  dismissed by Salma on 20", ": a heat pump\n");
        assertThat(home.good("hold", "correct", "C00001", "--reading", "2020-04-01=3709", "--why", "no, the first"))
                .doesNotContain("abnormal");
        assertThat(home.good("notice", "list", "--decided"))
                .contains("these days have been read otherwise since", "0 open");
        assertThat(home.good("hold", "correct", "C00001", "--reading", "2020-04-01=4000", "--why", "no, the second"))
                .doesNotContain("abnormal");
        assertThat(home.good("notice", "list", "--decided"))
                .contains("dismissed")
                .doesNotContain("read otherwise");
    }
}
