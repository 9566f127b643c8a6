package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.TimeBands;

class TimeBandsParserTest {
    private static final String BANDS = """
            zone: Europe/Paris
            everyYear: [--01-01]
            holidays: [2026-04-06]
            seasons:
              - name: year
                from: --01-01
                windows:
                  - { band: low, days: [every], from: 00:00, to: 17:00 }
                  - { band: peak, days: [weekdays], from: 17:00, to: 22:00 }
                  - { band: low, days: [weekend, holiday], from: 17:00, to: 22:00 }
                  - { band: low, days: [every], from: 22:00, to: 24:00 }
            """;

    private static String faults(String text) {
        return switch (TimeBandsParser.parse("bands.yaml", text)) {
            case TimeBandsReading.Read read -> "read " + read.bands();
            case TimeBandsReading.Faulty(var findings) -> findings.getFirst().toString();
        };
    }

    @Test
    void holidaysOfMoreThanACenturyAreRefused() {
        assertThat(faults(BANDS.replace("[2026-04-06]", "[" + "2026-04-06, ".repeat(4_999) + "2026-04-06]")))
                .startsWith("read ");
        assertThat(faults(BANDS.replace("[2026-04-06]", "[" + "2026-04-06, ".repeat(5_000) + "2026-04-06]")))
                .startsWith("bands.yaml:3:")
                .endsWith("found 5001 items in 'holidays', expected at most 5000");
    }

    @Test
    void bandsAreRead() {
        TimeBandsReading reading = TimeBandsParser.parse("bands.yaml", BANDS);
        assertThat(reading).isInstanceOfSatisfying(TimeBandsReading.Read.class, read -> {
            TimeBands bands = read.bands();
            assertThat(bands.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
            assertThat(bands.bands()).containsExactly("low", "peak");
            assertThat(bands.windows(LocalDate.parse("2026-04-07"))).hasSize(3);
            assertThat(bands.windows(LocalDate.parse("2026-04-07")).get(1).band())
                    .isEqualTo("peak");
            assertThat(bands.windows(LocalDate.parse("2026-04-06")).get(1).band())
                    .isEqualTo("low");
        });
    }

    @Test
    void faultsAreToldWithTheirPlace() {
        assertThat(faults(BANDS.replace("Europe/Paris", "Europe/Pari")))
                .startsWith("bands.yaml:1:7")
                .contains("'Europe/Pari'");
        assertThat(faults(BANDS.replace("from: 22:00", "from: 23:00")))
                .startsWith("bands.yaml:5:")
                .contains("Season year, MONDAY: no band from 22:00 to 23:00");
        assertThat(faults(BANDS.replace("from: 22:00", "from: 21:30"))).contains("two bands from 21:30 to 22:00");
        assertThat(faults(BANDS.replace("to: 24:00", "to: 25:00")))
                .startsWith("bands.yaml:11:")
                .contains("'25:00'");
        assertThat(faults(BANDS.replace("to: 24:00", "to: 06:00"))).contains("one over midnight is two");
        assertThat(faults(BANDS.replace("weekdays", "workdays")))
                .startsWith("bands.yaml:9:")
                .contains("workdays");
        assertThat(faults(BANDS.replace("--01-01]", "--13-01]"))).startsWith("bands.yaml:2:");
        assertThat(faults(BANDS.replace("band: peak", "bande: peak"))).contains("no field 'band'");
        assertThat(faults("zone: UTC\n")).contains("seasons");
    }
}
