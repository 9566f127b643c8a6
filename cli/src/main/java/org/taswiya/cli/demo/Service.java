package org.taswiya.cli.demo;

import java.util.Locale;
import org.taswiya.core.quantity.Unit;

/// What is supplied and metered.
enum Service {
    ELECTRICITY,
    WATER;

    static Service ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Zero or one: tells the references of a customer's two supplies apart.
    int number() {
        return switch (this) {
            case ELECTRICITY -> 0;
            case WATER -> 1;
        };
    }

    Unit unit() {
        return switch (this) {
            case ELECTRICITY -> Unit.KILOWATT_HOUR;
            case WATER -> Unit.CUBIC_METRE;
        };
    }
}
