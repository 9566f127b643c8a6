package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many bills the story came to.
///
/// @param first the date of the first bills
/// @param last the date of the last ones
/// @param issued all bills
/// @param estimated bills on estimates, among all
/// @param gapEstimated bills on estimates for the gap
/// @param held reason to how often a bill was held
/// @param letOut bills that only a check held, among all issued
record BillCounts(
        LocalDate first,
        LocalDate last,
        long issued,
        long estimated,
        long gapEstimated,
        SortedMap<String, Long> held,
        long letOut) {
    BillCounts {
        held = new TreeMap<>(held);
    }
}
