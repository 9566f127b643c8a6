package org.taswiya.core.customer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An order that something is not done for some days: in an area, or everywhere.
///
/// @param reference what people call it
/// @param area null for everywhere
/// @param from the first of these days
/// @param to the day after the last; null as long as nobody has said; the first day itself when it was taken back
/// @param legalReference the order, law or decree that says so, as it is to be printed
public record Suspension(
        String reference,
        Set<Activity> activities,
        @Nullable String area,
        LocalDate from,
        @Nullable LocalDate to,
        String legalReference) {

    /// What can be stopped.
    public enum Activity {
        /// Meters are not read.
        READING,
        /// Bills and notices are not carried to the door.
        DELIVERY,
        /// Nobody calls for money, and nobody is dunned.
        COLLECTION,
        /// Nobody is cut off.
        DISCONNECTION;

        /// How files, tables and commands write it: `reading`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Activity> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(activity -> activity.code().equals(code))
                    .findFirst();
        }
    }

    public Suspension {
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("Suspension " + reference + " stops nothing");
        }
        if (legalReference.isBlank()) {
            throw new IllegalArgumentException("Suspension " + reference + " needs its legal reference");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Suspension " + reference + " ends on " + to + ", before its first day " + from);
        }
        activities = Collections.unmodifiableSet(EnumSet.copyOf(activities));
    }

    /// Whether it stops something somewhere on a day.
    public boolean stops(Activity activity, String where, LocalDate on) {
        return activities.contains(activity) && isOf(where) && isInForce(on);
    }

    public boolean isOf(String where) {
        return area == null || area.equals(where);
    }

    public boolean isInForce(LocalDate on) {
        return !on.isBefore(from) && (to == null || on.isBefore(to));
    }
}
