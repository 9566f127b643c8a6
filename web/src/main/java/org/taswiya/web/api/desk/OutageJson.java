package org.taswiya.web.api.desk;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutagePlanning.Planned;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.AccountNews.InterruptionReason;
import org.taswiya.web.console.outage.TypedOutage;
import org.taswiya.web.page.TypedWords;

/// What is told and taken of planned interruptions.
public final class OutageJson {
    static final String MINUTE = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}";
    static final String SEEN = "[0-9]{1,9}";
    static final int PLACE_MOST = 1000;

    private OutageJson() {}

    /// Why, in each language.
    public record Why(
            @Says(value = "In Arabic.", least = 1, most = TypedOutage.REASON_MOST)
            String ar,

            @Says(value = "In French.", least = 1, most = TypedOutage.REASON_MOST)
            String fr,

            @Says(value = "In English.", least = 1, most = TypedOutage.REASON_MOST)
            String en) {
        static Map<Language, String> said(@Nullable Why why) {
            if (why == null) {
                return Map.of();
            }
            Map<Language, String> said = new EnumMap<>(Language.class);
            said.put(Language.AR, line(why.ar()));
            said.put(Language.FR, line(why.fr()));
            said.put(Language.EN, line(why.en()));
            return said;
        }

        private static String line(String words) {
            return TypedWords.plain(words).replaceAll("\\s+", " ").strip();
        }
    }

    /// An interruption that would be planned.
    public record WantedOutage(
            @Says(value = "Which service.", pattern = "[a-z][a-z-]{1,39}")
            String service,

            @Says(
                    value = "What `place` names.",
                    oneOf = {"area", "route", "premises"})
            String kind,

            @Says(value = "An area, a route, or premises with commas between.", least = 1, most = PLACE_MOST)
            String place,

            @Says(value = "When it begins, in the utility's own time.", pattern = MINUTE)
            String from,

            @Says(value = "When it is over.", pattern = MINUTE)
            String to,

            @Says("Why; absent for nothing said.") @Nullable Why reason) {}

    /// The same, as it was looked at.
    public record NewOutage(
            @Says(value = "Which service.", pattern = "[a-z][a-z-]{1,39}")
            String service,

            @Says(
                    value = "What `place` names.",
                    oneOf = {"area", "route", "premises"})
            String kind,

            @Says(value = "An area, a route, or premises with commas between.", least = 1, most = PLACE_MOST)
            String place,

            @Says(value = "When it begins, in the utility's own time.", pattern = MINUTE)
            String from,

            @Says(value = "When it is over.", pattern = MINUTE)
            String to,

            @Says("Why; absent for nothing said.") @Nullable Why reason,

            @Says(value = "The `seen` of the preview.", pattern = SEEN)
            String seen) {
        WantedOutage wanted() {
            return new WantedOutage(service, kind, place, from, to, reason);
        }
    }

    /// What holds of one from now on.
    public record OutageNews(
            @Says(
                    value = "What becomes of it.",
                    oneOf = {"changed", "ended", "cancelled"})
            String state,

            @Says(value = "When it begins; absent for as it was.", pattern = MINUTE) @Nullable String from,

            @Says(value = "When it is over; absent for as it was, and for now where it has ended.", pattern = MINUTE)
            @Nullable String to,

            @Says("Why; absent for as it was.") @Nullable Why reason,

            @Says(value = "The `version` that was looked at.", pattern = SEEN)
            String seen) {}

    /// An interruption.
    public record PlannedOutage(
            @Says("Its number.") String outage,
            @Says("Which service.") String service,
            @Says("How many premises it is about.") int premises,
            @Says("In which areas.") List<String> areas,
            @Says("How often it was said what holds of it.") int version,
            @Says("What holds of it.") String state,

            @Says("When it begins, in the utility's own time.")
            String from,

            @Says("When it is over.") String to,

            @Says("Why; absent where nothing was said.") @Nullable InterruptionReason reason) {
        public PlannedOutage {
            areas = List.copyOf(areas);
        }

        static PlannedOutage of(Outage outage) {
            Outage.Version now = outage.now();
            return new PlannedOutage(
                    Long.toString(outage.number()),
                    outage.service(),
                    outage.premises(),
                    outage.areas(),
                    now.version(),
                    now.state().code(),
                    minute(now.from()),
                    minute(now.to()),
                    reason(now.reasons()));
        }

        private static String minute(LocalDateTime at) {
            return at.toString();
        }

        private static @Nullable InterruptionReason reason(Map<Language, String> reasons) {
            return reasons.isEmpty()
                    ? null
                    : new InterruptionReason(
                            Objects.requireNonNull(reasons.get(Language.AR)),
                            Objects.requireNonNull(reasons.get(Language.FR)),
                            Objects.requireNonNull(reasons.get(Language.EN)));
        }
    }

    /// The last ones.
    public record PlannedOutages(
            @Says("The newest first, two hundred at most.") List<PlannedOutage> outages) {
        public PlannedOutages {
            outages = List.copyOf(outages);
        }
    }

    /// What planning or changing one comes to.
    public record OutagePreview(
            @Says("As it would be.") PlannedOutage outage,

            @Says("Others of the service that share places and time with it.")
            List<String> overlapping,

            @Says("How many accounts are told.") int told,
            @Says("How many nothing reaches.") int unreached,

            @Says("Whether it lasts so long that a day may be mistyped.")
            boolean isLong,

            @Says("Goes into what is asked for: another word once there is anything else.")
            String seen) {
        public OutagePreview {
            overlapping = List.copyOf(overlapping);
        }

        static OutagePreview of(Planned planned, String seen) {
            return new OutagePreview(
                    PlannedOutage.of(planned.said().outage()),
                    planned.said().overlapping().stream()
                            .map(one -> Long.toString(one))
                            .toList(),
                    planned.told(),
                    planned.unreached(),
                    planned.said().outage().now().isLong(),
                    seen);
        }
    }
}
