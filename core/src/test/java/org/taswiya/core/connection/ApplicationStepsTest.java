package org.taswiya.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.connection.ApplicationSteps.Leads;
import org.taswiya.core.connection.ApplicationSteps.Refused;

final class ApplicationStepsTest {

    /// Where each step leads; in small letters why it may not be taken. What comes second holds when all documents are
    /// there, or all services connected.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED      | done-already | RECEIVED/ACCEPTED | INCOMPLETE | INCOMPLETE | documents-missing | not-quoted
            INCOMPLETE | done-already | RECEIVED/ACCEPTED | done-already | INCOMPLETE | documents-missing | not-quoted
            ACCEPTED      | done-already | nothing-missing | nothing-missing | INCOMPLETE | QUOTED | not-quoted
            QUOTED        | done-already | nothing-missing | nothing-missing | done-already | done-already | AGREED
            AGREED | done-already | nothing-missing | nothing-missing | done-already | done-already | done-already
            PAID | done-already | nothing-missing | nothing-missing | done-already | done-already | done-already
            WORKS_ORDERED | done-already|nothing-missing | nothing-missing | done-already | done-already | done-already
            """)
    void untilTheCustomerAgrees(
            ApplicationState from,
            String apply,
            String document,
            String ask,
            String giveBack,
            String quote,
            String agree) {
        assertThat(row(from).subList(0, 6)).containsExactly(apply, document, ask, giveBack, quote, agree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED      | not-quoted | works-not-ordered | REFUSED | WITHDRAWN | not-quoted
            INCOMPLETE    | not-quoted | works-not-ordered | REFUSED | WITHDRAWN | not-quoted
            ACCEPTED      | not-quoted | works-not-ordered | REFUSED | WITHDRAWN | not-quoted
            QUOTED        | not-agreed | works-not-ordered | REFUSED | WITHDRAWN | LAPSED
            AGREED        | not-paid | works-not-ordered | REFUSED | WITHDRAWN | LAPSED
            PAID          | WORKS_ORDERED | works-not-ordered | REFUSED | WITHDRAWN | paid
            WORKS_ORDERED | done-already | WORKS_ORDERED/CONNECTED | works-ordered | WITHDRAWN | paid
            """)
    void fromThereToTheEnd(
            ApplicationState from, String order, String connect, String refuse, String withdraw, String lapse) {
        assertThat(row(from).subList(6, 11)).containsExactly(order, connect, refuse, withdraw, lapse);
    }

    @Test
    void nothingFollowsTheEnd() {
        for (ApplicationState from : ApplicationState.values()) {
            if (from.isOver()) {
                assertThat(row(from)).as(from.code()).containsOnly("application-over");
            }
        }
    }

    @Test
    void codesAreReadBack() {
        for (ApplicationState state : ApplicationState.values()) {
            assertThat(ApplicationState.ofCode(state.code())).contains(state);
        }
        for (ApplicationStep step : ApplicationStep.values()) {
            assertThat(ApplicationStep.ofCode(step.code())).isEqualTo(step);
        }
        assertThat(ApplicationState.ofCode("built")).isEmpty();
    }

    private static List<String> row(ApplicationState from) {
        List<String> row = new ArrayList<>();
        for (ApplicationStep step : ApplicationStep.values()) {
            String part = told(ApplicationSteps.after(from, step, false));
            String whole = told(ApplicationSteps.after(from, step, true));
            row.add(part.equals(whole) ? part : part + "/" + whole);
        }
        return row;
    }

    private static String told(ApplicationSteps.Verdict verdict) {
        return switch (verdict) {
            case Leads(var to) -> to.name();
            case Refused(var reason, var found) -> {
                assertThat(found).isNotBlank();
                yield reason.code();
            }
        };
    }
}
