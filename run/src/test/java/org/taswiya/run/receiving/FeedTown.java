package org.taswiya.run.receiving;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taswiya.store.receiving.ImportReport;

/// Meters of a town, and NEM12 feeds of what they count.
final class FeedTown {
    static final LocalDate FIRST = LocalDate.of(2020, 3, 1);
    private static final int INTERVALS = 48;

    private final Town town;

    FeedTown(Town town) {
        this.town = town;
    }

    /// A point with a meter in place since the first day.
    ///
    /// @param meter digits;decimals;multiplier;fluid;first value
    void meter(String point, String meter) throws IOException {
        meter(point, FIRST, meter);
    }

    void meter(String point, LocalDate since, String meter) throws IOException {
        town.take("premises", "LOCAL;ADRESSE;QUARTIER\nL" + point + ";rue Atlas;Maarif\n");
        town.take("usage-points", "POINT;LOCAL;FLUIDE\n%s;L%s;ELEC\n".formatted(point, point));
        String day = since.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        ImportReport report = town.take("meters", Town.METERS + "%s;S%s;%s;;%s\n".formatted(point, point, day, meter));
        if (report.stillRejected() > 0) {
            throw new IllegalArgumentException("no meter: " + meter);
        }
    }

    ImportReport take(String text) throws IOException {
        return town.take("feed", text);
    }

    static String feed(String... streams) {
        return "100,NEM12,202007010000,FROM,TO\n" + String.join("", streams) + "900\n";
    }

    static String stream(String point, String register, String... days) {
        return stream(point, register, "KWH", List.of(days));
    }

    static String stream(String point, String register, String unit, List<String> days) {
        return "200,%s,%s,1,%s,N1,MET1,%s,30,\n".formatted(point, register, register, unit) + String.join("", days);
    }

    /// A day of March 2020 whose quantity is all in its first interval.
    static String day(int day, String quantity, String quality) {
        return "300," + FIRST.plusDays(day - 1).format(DateTimeFormatter.BASIC_ISO_DATE) + "," + quantity
                + ",0".repeat(INTERVALS - 1) + "," + quality + ",,,20200701000000,\n";
    }

    static String day(int day, String quantity) {
        return day(day, quantity, "A");
    }

    /// A day of March 2020 on which the same values are counted again and again, two of them an hour.
    static String running(int day, String quality, String... values) {
        return "300," + FIRST.plusDays(day - 1).format(DateTimeFormatter.BASIC_ISO_DATE) + ","
                + IntStream.range(0, INTERVALS)
                        .mapToObj(i -> values[i % values.length])
                        .collect(Collectors.joining(","))
                + "," + quality + ",,,20200701000000,\n";
    }
}
