package org.taswiya.web.instalment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taswiya.core.arrangement.Schedule;
import org.taswiya.core.arrangement.Schedule.Instalment;
import org.taswiya.core.quantity.Money;

/// The instalments that a form has shown, as it brings them back: `2020-07-17=104.47,2020-08-17=104.46`.
public final class ShownSchedule {
    private static final String ONE = "\\d{4}-\\d{2}-\\d{2}=\\d{1,12}\\.\\d{2}";
    private static final String FORM = ONE + "(," + ONE + "){0,35}";

    private ShownSchedule() {}

    public static String text(Schedule schedule) {
        return schedule.instalments().stream()
                .map(instalment -> instalment.dueOn() + "=" + instalment.amount())
                .collect(Collectors.joining(","));
    }

    /// Empty for what no page of ours has shown.
    public static Optional<Schedule> parse(String text) {
        if (!text.matches(FORM)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Schedule(Stream.of(text.split(",", -1))
                    .map(part -> part.split("=", -1))
                    .map(part -> new Instalment(LocalDate.parse(part[0]), Money.parse(part[1])))
                    .toList()));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
