package org.taswiya.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// One price list after another: what is proposed beside which, and what comes into use when.
final class PriceBookLineTest extends PriceListsOfTen {
    @Test
    void whatWasSetBesideAnotherBookThanItWouldReplaceIsNotApproved() throws IOException {
        propose(dearerFrom("2020-05-01", "9.00"));
        propose(dearerFrom("2020-05-01", "12.00"));
        approve("2", "2020-04-02");
        assertThat(notApproved("1", "2020-04-02"))
                .contains("another-first: price book 2, approved for 2020-04-02, comes into use before it");
        home.good("tariff", "publish", "2", "--today", "2020-04-02", "--why", "x");
        assertThat(notApproved("1", "2020-04-02")).contains("in-use-changed");
        assertThat(refused("tariff", "withdraw", "2", "--why", "x")).contains("price book 2 is in-use");
        assertThat(refused("tariff", "publish", "7", "--today", "2020-04-02", "--why", "x"))
                .contains("unknown");
        home.good("tariff", "withdraw", "1", "--why", "x");
        assertThat(refused("tariff", "refuse", "1", "--why", "x")).contains("price book 1 is withdrawn");
        propose(dearerFrom("2020-05-01", "15.00"));
        assertThat(home.good("tariff", "refuse", "4", "--why", "x")).contains("price book 4", "refused");
        propose(dearerFrom("2020-04-15", "9.00"));
        bill("2020-05-01");
        assertThat(notApproved("5", "2020-05-02")).contains("days-billed", "bills reach to 2020-05-01");
    }

    /// Dearer in May, and dearer again from July on.
    private String dearerTwice(String may, String july) throws IOException {
        String once = Files.readString(Path.of(dearerFrom("2020-05-01", may)));
        int first = once.indexOf("\n  - from: 2020-05-01");
        String version = once.substring(first, once.indexOf("\n  - from: 2020-12-01"));
        String dearer = version.replace("from: 2020-05-01", "from: 2020-07-01")
                .replace("perMonth: " + may, "perMonth: " + july);
        int end = first + version.length();
        return written("twice-" + may + "-" + july, once.substring(0, end) + dearer + once.substring(end));
    }

    private String proposeAfter(String file, String number) {
        return home.good(
                "tariff", "propose", file, "--after", number, "--placeholders", "--author", "amal", "--why", "next");
    }

    /// Two price lists that are decreed together, each for its day.
    @Test
    void oneListAfterTheOtherIsProposedApprovedAndPublishedEachOnItsDay() throws IOException {
        propose(dearerFrom("2020-05-01", "9.00"));
        proposeAfter(dearerTwice("9.00", "12.00"), "1");
        assertThat(notApproved("2", "2020-07-01"))
                .contains("follows-unapproved: it follows price book 1, which is proposed");
        approve("1", "2020-05-01");
        assertThat(notApproved("2", "2020-04-30"))
                .contains("before-another: 2020-04-30 is before 2020-05-01, the day of price book 1");
        approve("2", "2020-07-01");
        assertThat(refused("tariff", "withdraw", "1", "--why", "x", "--author", "amal"))
                .contains("followed: price book 2 is approved to follow it");
        bill("2020-05-01");
        bill("2020-06-01");
        assertThat(maintenance("2020-05-01")).isEqualTo("9");
        bill("2020-07-01");
        assertThat(home.good("tariff", "list"))
                .containsPattern(ID + " +1 +replaced")
                .containsPattern(ID + " +2 +in-use +2020-07-01");
        bill("2020-08-01");
        assertThat(maintenance("2020-07-01")).isEqualTo("12");
    }

    /// Whoever does not say what it follows means the last that is approved; both come due on one morning.
    @Test
    void withoutANumberItFollowsTheLastThatIsApproved() throws IOException {
        propose(dearerFrom("2020-05-01", "9.00"));
        approve("1", "2020-05-01");
        propose(dearerTwice("9.00", "12.00"));
        approve("2", "2020-05-01");
        assertThat(refused("tariff", "publish", "2", "--today", "2020-05-01", "--why", "x"))
                .contains("another-first: price book 1");
        assertThat(home.good("tariff", "publish", "--due", "--today", "2020-05-01", "--why", "x"))
                .contains("price book 1", "price book 2");
        assertThat(home.good("tariff", "list")).containsPattern(ID + " +2 +in-use");
        String further = dearerTwice("9.00", "13.00");
        assertThat(refused("tariff", "propose", further, "--after", "1", "--why", "x", "--placeholders"))
                .contains("other-state: price book 1 is replaced");
    }
}
