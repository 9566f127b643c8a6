package org.taswiya.intake.lighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.lighting.LightingReading.Faulty;
import org.taswiya.intake.lighting.LightingReading.Read;
import org.taswiya.intake.yaml.Finding;

/// Calendars and inventories of lighting: what is read, and what is wrong where.
class LightingFilesTest {
    private static final String CALENDAR = """
            zone: Africa/Casablanca
            place: { latitude: 33.5731, longitude: -7.5898 }
            regimes:
              - regime: all-night
                dusk: sunset
                onAfter: 15
                offBefore: 10
              - regime: half-night
                dusk: civil
                off: { from: "23:00", to: "05:00" }
              - regime: tunnel
                months: [744, 672, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744]
                leapFebruary: 696
            """;
    private static final String INVENTORY = """
            place,type,count,watts,losses,from,to,regime
            Boulevard,sodium,120,150,18.5,2020-01-01,,all-night

            Alley,led,40,35,0,2020-01-01,2024-03-15,half-night
            """;
    private static final Set<String> REGIMES = Set.of("all-night", "half-night");

    @Test
    void aCalendarIsRead() {
        assertThat(LightingCalendarParser.parse("lighting.yaml", CALENDAR))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(((LightingCalendar) read.content()).regimes())
                                .containsOnlyKeys("all-night", "half-night", "tunnel"));
    }

    @Test
    void anInventoryIsRead() {
        assertThat(LampInventory.read("lamps.csv", "\uFEFF" + INVENTORY, REGIMES))
                .isInstanceOfSatisfying(Read.class, read -> {
                    List<?> lamps = (List<?>) read.content();
                    assertThat(lamps).hasSize(2);
                    assertThat((LampGroup) lamps.getFirst())
                            .returns(120, LampGroup::count)
                            .returns(Decimal.parse("18.5"), LampGroup::losses)
                            .returns(null, LampGroup::to);
                });
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "calendar-faults.txt", delimiter = '|', quoteCharacter = '`')
    void aFaultOfACalendarHasItsPlace(String piece, String replacement, String place, String found, String expected) {
        String text = CALENDAR.replace(piece, replacement);
        assertThat(text).isNotEqualTo(CALENDAR);
        assertFound(LightingCalendarParser.parse("f", text), place, found, expected);
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "inventory-faults.txt", delimiter = '|', quoteCharacter = '`')
    void aFaultOfAnInventoryHasItsPlace(String piece, String replacement, String place, String found, String expected) {
        String text = INVENTORY.replace(piece, replacement == null ? "" : replacement);
        assertThat(text).isNotEqualTo(INVENTORY);
        assertFound(LampInventory.read("f", text, REGIMES), place, found, expected);
    }

    @Test
    void anInventoryOfMoreThanACountryIsRefusedAtItsFirstLineTooMany() {
        String line = "Alley,led,40,35,0,2020-01-01,,all-night\n";
        String head = INVENTORY.lines().findFirst().orElseThrow() + "\n";
        assertThat(LampInventory.read("f", head + line.repeat(99_999), REGIMES)).isInstanceOf(Read.class);
        LightingReading<?> tooMany = LampInventory.read("f", head + line.repeat(100_000), REGIMES);
        assertFound(tooMany, "100001:1", "100001 lines", "100000");
    }

    private static void assertFound(LightingReading<?> reading, String place, String found, String expected) {
        assertThat(reading).isInstanceOf(Faulty.class);
        List<Finding> findings = ((Faulty<?>) reading).findings();
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.line() + ":" + finding.column()).isEqualTo(place);
            assertThat(finding.found()).contains(found);
            assertThat(finding.expected()).contains(expected);
        });
    }

    @Test
    void anEmptyInventoryIsNone() {
        assertFound(LampInventory.read("f", "", REGIMES), "1:1", "no lamps", "place,type,count");
        String head = INVENTORY.lines().findFirst().orElseThrow();
        assertFound(LampInventory.read("f", head, REGIMES), "1:1", "no lamps", "a line");
    }
}
