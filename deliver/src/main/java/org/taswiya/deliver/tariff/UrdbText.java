package org.taswiya.deliver.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.json.JsonLine;

/// Writes what a price book charges on a day as a record of OpenEI's Utility Rate Database.
///
/// @param tariff as on one day: see [Tariff#asOn]
/// @param name of the record
/// @param from the first day on which it is charged
/// @param hours in which band of the usage each hour is; null where nothing tells
/// @param demandHours the same of the bands of demand
public record UrdbText(
        Tariff tariff,
        String name,
        LocalDate from,
        @Nullable TimeBands hours,
        @Nullable TimeBands demandHours) {

    /// What became of it.
    public sealed interface Outcome {}

    /// A record that says all that the book charges.
    public record Written(String json) implements Outcome {}

    /// What of the book no record can say, at least one sentence.
    public record Unsayable(List<String> reasons) implements Outcome {
        public Unsayable {
            reasons = List.copyOf(reasons);
        }
    }

    public Outcome write() {
        List<String> reasons = new ArrayList<>();
        UrdbParts parts = UrdbParts.of(tariff, reasons);
        UrdbSchedule energy = UrdbSchedule.of("energy", parts.bands(), hours, reasons);
        UrdbSchedule demand = UrdbSchedule.of("demand", parts.demandBands(), demandHours, reasons);
        if (!reasons.isEmpty()) {
            return new Unsayable(reasons);
        }
        String text = JsonLine.object(json -> {
            json.writeStringProperty("label", name);
            json.writeStringProperty("name", tariff.id());
            json.writeStringProperty("startdate", from.toString());
            parts.write(json, energy, demand);
        });
        return new Written(text);
    }
}
