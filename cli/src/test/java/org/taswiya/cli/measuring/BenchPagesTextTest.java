package org.taswiya.cli.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.bench.pages.MeasuredPages;
import org.taswiya.bench.pages.PagesReport;

/// A reading whose answer got lost on its way may be in the books all the same; the other way round it is lost.
final class BenchPagesTextTest {
    private static String last(long accepted, long kept) {
        PagesReport report = new PagesReport(new MeasuredPages("a machine", 100, 4, List.of()), accepted, kept);
        return BenchPagesText.lines(report).getLast();
    }

    @Test
    void whatIsLostIsSaid() {
        assertThat(last(1_200, 1_200)).startsWith("Of 1,200 ").contains("none is lost");
        assertThat(last(1_200, 1_201)).contains("none is lost", "1,201 are in the books");
        assertThat(last(1_200, 1_199)).startsWith("LOST");
    }
}
