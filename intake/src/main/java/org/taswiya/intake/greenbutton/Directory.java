package org.taswiya.intake.greenbutton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.json.Quoted;

/// What of a feed belongs to what, by its links.
///
/// A thing owns what lies in the collection below its own address (`.../MeterReading/01/IntervalBlock`) or at an
/// address to which it is related. It uses, and shares with others, what has an address to which it is related.
final class Directory {
    private final Map<String, List<Resource>> meterReadings = new HashMap<>();
    private final Map<String, List<Resource>> usagePoints = new HashMap<>();
    private final Map<String, List<Resource>> readingTypes = new HashMap<>();
    private final Map<String, List<Resource>> localTimes = new HashMap<>();

    /// An entry that is not a block of intervals.
    record Resource(AtomEntry entry, EspiNode content) {
        boolean saysAs(Resource other) {
            return entry.self().equals(other.entry.self())
                    && Set.copyOf(entry.related()).equals(Set.copyOf(other.entry.related()))
                    && content.saysAs(other.content);
        }
    }

    void add(Resource resource) {
        switch (resource.content().name()) {
            case "MeterReading" -> addOwner(meterReadings, resource, "/IntervalBlock");
            case "UsagePoint" -> addOwner(usagePoints, resource, "/MeterReading");
            case "ReadingType" -> put(readingTypes, resource.entry().self(), resource);
            case "LocalTimeParameters" -> put(localTimes, resource.entry().self(), resource);
            default -> {}
        }
    }

    private static void addOwner(Map<String, List<Resource>> owners, Resource resource, String below) {
        Set<String> places = new HashSet<>(resource.entry().related());
        if (!resource.entry().self().isEmpty()) {
            places.add(resource.entry().self());
            places.add(resource.entry().self() + below);
        }
        places.forEach(place -> put(owners, place, resource));
    }

    /// What comes twice and says the same is one.
    private static void put(Map<String, List<Resource>> index, String place, Resource resource) {
        List<Resource> there = index.computeIfAbsent(place, _ -> new ArrayList<>(1));
        if (there.stream().noneMatch(resource::saysAs)) {
            there.add(resource);
        }
    }

    Resource meterReading(BlockGroup blocks) {
        return one(meterReadings, blocks.owners(), blocks.line(), "meter reading of these intervals");
    }

    Resource usagePoint(Resource meterReading) {
        return one(
                usagePoints,
                meterReading.entry().owners(),
                meterReading.content().line(),
                "usage point of this meter" + " reading");
    }

    EspiNode readingType(Resource meterReading) {
        return one(
                        readingTypes,
                        meterReading.entry().related(),
                        meterReading.content().line(),
                        "reading type of this meter reading")
                .content();
    }

    /// The local time of a point: what it is related to, else the only one of the feed; null where the feed has none.
    @Nullable EspiNode localTime(Resource usagePoint) {
        List<String> related = usagePoint.entry().related();
        boolean isNamed =
                related.stream().anyMatch(place -> localTimes.containsKey(place) || place.contains("LocalTimeParam"));
        if (localTimes.isEmpty() && !isNamed) {
            return null;
        }
        List<String> places = isNamed ? related : List.copyOf(localTimes.keySet());
        return one(localTimes, places, usagePoint.content().line(), "local time of this usage point")
                .content();
    }

    private static Resource one(Map<String, List<Resource>> index, List<String> places, long line, String what) {
        List<Resource> found = new ArrayList<>();
        for (String place : places) {
            for (Resource resource : index.getOrDefault(place, List.of())) {
                if (found.stream().noneMatch(resource::saysAs)) {
                    found.add(resource);
                }
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new FeedRefused(
                line,
                found.isEmpty() ? FeedFault.MISSING_LINK : FeedFault.AMBIGUOUS_LINK,
                "found " + (found.isEmpty() ? "no" : found.size()) + " " + what + " by the links "
                        + Quoted.of(String.join(" ", places)));
    }
}
