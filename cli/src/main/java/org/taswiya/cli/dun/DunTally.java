package org.taswiya.cli.dun;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.dunning.DunningStop;
import org.taswiya.store.dunning.DunningBatch;

/// How many got what, and how many were held by what.
final class DunTally {
    private final Map<String, Integer> sent = new LinkedHashMap<>();
    private final Map<DunningStop, Integer> held = new EnumMap<>(DunningStop.class);
    private int waits;
    private int reconnections;

    void add(DunningBatch.Decided account) {
        for (DunningAnswer answer : account.answers()) {
            switch (answer) {
                case DunningAnswer.Send send -> sent.merge(send.step().name(), 1, Integer::sum);
                case DunningAnswer.Held one -> held.merge(one.stop(), 1, Integer::sum);
                case DunningAnswer.Waits _ -> waits++;
                case DunningAnswer.Ends _ -> {}
            }
        }
        reconnections += account.isReconnected() ? 1 : 0;
    }

    String text(LocalDate day, boolean isTrial) {
        String steps = sent.entrySet().stream()
                .map(step -> step.getKey() + " " + Grouped.of(step.getValue()))
                .collect(Collectors.joining(", "));
        String stops = held.entrySet().stream()
                .map(stop -> stop.getKey().code() + " " + Grouped.of(stop.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "On %s %s: %s. Held: %s. Not yet their day: %s. Supplies to give back: %s.%s",
                day,
                isTrial ? "items would get" : "items got",
                steps.isEmpty() ? "nothing" : steps,
                stops.isEmpty() ? "none" : stops,
                Grouped.of(waits),
                Grouped.of(reconnections),
                isTrial ? " Nothing was stored." : "");
    }
}
