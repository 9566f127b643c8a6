package org.taswiya.server.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.deliver.wording.OnlineText.Label;

/// What the sandbox does with a card.
enum Choice {
    ACCEPT(Label.ACCEPT),
    REFUSE(Label.REFUSE),
    /// The utility is told when somebody says so.
    LATE(Label.LATE),
    REPEAT(Label.REPEAT),
    BEFORE(Label.BEFORE),
    /// The utility is not told at all; it finds out when it asks, or from the list of the day.
    SILENT(Label.SILENT);

    private final Label label;

    Choice(Label label) {
        this.label = label;
    }

    Label label() {
        return label;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Choice> ofCode(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }

    /// Whether the utility is told without being asked and without anybody saying so.
    boolean isTold() {
        return this != LATE && this != SILENT;
    }

    int times() {
        return this == REPEAT ? 3 : 1;
    }
}
