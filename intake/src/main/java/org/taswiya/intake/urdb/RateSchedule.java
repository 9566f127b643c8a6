package org.taswiya.intake.urdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.taswiya.intake.json.JsonValue;

/// Reads which period of a structure holds in each hour of a day of each month.
final class RateSchedule {
    private static final int MONTHS = 12;
    private static final int HOURS = 24;

    private RateSchedule() {}

    /// Reads a table of 12 months x 24 hours: for each month from January the period of each hour from midnight. Each
    /// place where it is none gets a fault.
    ///
    /// @param periods how many there are
    static List<List<Integer>> read(RecordFields fields, String name, int periods) {
        // A period that is not there is told of once, wherever it stands.
        Map<String, List<String>> places = new LinkedHashMap<>();
        List<List<Integer>> table = new ArrayList<>();
        fields.use(name, RateField.Use.INFORMATION, "checked: the usage tells which band it was in");
        if (!fields.has(name)) {
            fields.fault(name, "nothing", "12 lists, one a month, of 24 periods each");
            return List.of();
        }
        List<JsonValue> months = fields.list(name).orElse(List.of());
        String place = fields.written(name);
        if (months.size() != MONTHS) {
            fields.fault(place, "a list of " + months.size(), "12 months, January first");
        }
        for (int month = 0; month < months.size(); month++) {
            String row = place + "[" + month + "]";
            List<JsonValue> hours = fields.list(months.get(month), row).orElse(List.of());
            if (hours.size() != HOURS) {
                fields.fault(row, "a list of " + hours.size(), "24 hours, from midnight on");
            }
            List<Integer> ofDay = new ArrayList<>();
            for (int hour = 0; hour < hours.size(); hour++) {
                if (RecordFields.isIndex(hours.get(hour), periods)) {
                    ofDay.add(fields.index(hours.get(hour), row, periods));
                } else {
                    places.computeIfAbsent(hours.get(hour).described(), _ -> new ArrayList<>())
                            .add(row + "[" + hour + "]");
                }
            }
            table.add(ofDay);
        }
        places.forEach((found, at) -> fields.fault(
                at.getFirst(),
                found + (at.size() == 1 ? "" : ", here and in " + (at.size() - 1) + " hours more"),
                RecordFields.indices(periods)));
        return table;
    }

    /// The period of each month.
    static int[] months(RecordFields fields, String name, int periods) {
        fields.use(name, RateField.Use.PRICED, "");
        int[] ofMonth = new int[MONTHS]; // the first where the record tells none
        if (fields.has(name)) {
            List<JsonValue> months = fields.list(name).orElse(List.of());
            if (months.size() != MONTHS) {
                fields.fault(fields.written(name), "a list of " + months.size(), "12 months, January first");
            }
            for (int month = 0; month < Math.min(MONTHS, months.size()); month++) {
                ofMonth[month] = fields.index(months.get(month), fields.written(name) + "[" + month + "]", periods);
            }
        }
        return ofMonth;
    }
}
