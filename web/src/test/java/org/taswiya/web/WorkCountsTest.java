package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists;
import org.taswiya.store.work.WorkLists.Count;
import org.taswiya.store.work.WorkLists.Whose;

/// How much waits, of all lists at once.
final class WorkCountsTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static WorkTown work;
    private static StaffBrowser brahim;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        work = WorkTown.of(town);
        brahim = town.staff("brahim", StaffRole.AGENT);
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static void take(StaffBrowser staff, String item) {
        staff.browser().post("/staff/work/" + item + "/take");
    }

    /// Of every list as many as it holds, of theirs and of nobody's; also where one connection is all that there is.
    @Test
    void countsAreWhatTheListsHold() {
        String held = work.held(3, 71_000);
        take(nadia, "held/" + held);
        work.held(4, 72_000);
        take(brahim, "suspect/" + work.suspect(6, 73_000));
        take(nadia, "undelivered/" + work.undelivered(5));
        try (Database limited =
                Database.open(Home.at(Path.of("none")), town.database().url())) {
            limited.limitConnections(1);
            for (Database asked : List.of(town.database(), limited)) {
                for (Count count : WorkLists.counts(asked, "nadia", LocalDate.of(2020, 7, 20))) {
                    List<WorkItem> items = items(count.kind(), Whose.ALL);
                    assertThat(count.all()).as(count.kind().code()).isEqualTo(items.size());
                    assertThat(count.mine())
                            .isEqualTo(items(count.kind(), Whose.MINE).size());
                    assertThat(count.free())
                            .isEqualTo(items(count.kind(), Whose.FREE).size());
                    assertThat(count.oldest())
                            .isEqualTo(items.stream()
                                    .map(WorkItem::since)
                                    .min(LocalDate::compareTo)
                                    .orElse(null));
                    assertThat(count.amount())
                            .isEqualTo(items.stream()
                                    .flatMap(item -> Stream.ofNullable(item.amount()))
                                    .map(amount -> amount.signum() < 0 ? amount.negated() : amount)
                                    .reduce(Money.ZERO, Money::plus));
                }
            }
        }
        assertThat(items(WorkKind.HELD, Whose.MINE)).extracting(WorkItem::key).contains(held);
        assertThat(items(WorkKind.SUSPECT, Whose.FREE)).isNotEqualTo(items(WorkKind.SUSPECT, Whose.ALL));
    }

    private static List<WorkItem> items(WorkKind kind, Whose whose) {
        return WorkLists.page(town.database(), kind, whose, "nadia", null, 10_000)
                .items();
    }
}
