package org.taswiya.intake.nem12;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Records of a NEM12 file, to build files from.
final class Nem12Text {
    static final String HEADER = "100,NEM12,202401310000,MDP1,RETAIL1\n";
    static final String END = "900\n";

    private Nem12Text() {}

    static String stream(String suffix, String uom, int minutes) {
        return "200,NMI1234567," + suffix + "," + suffix + "," + suffix + ",N1,METER1," + uom + "," + minutes
                + ",20240601\n";
    }

    /// A day on which every interval has the same value.
    static String day(String day, int intervals, String value, String quality) {
        String values = IntStream.range(0, intervals).mapToObj(_ -> value).collect(Collectors.joining(","));
        return "300," + day + "," + values + "," + quality + ",,,20240301000000,\n";
    }
}
