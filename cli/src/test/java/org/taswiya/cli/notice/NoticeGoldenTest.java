package org.taswiya.cli.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.deliver.wording.AbnormalUseText;

/// What customers are told of abnormal use in three languages, against `src/test/resources/notices`; see the README
/// there.
final class NoticeGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/notices");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            electricity-surge     | surge | kWh | 2020-04-01 2020-05-01 | use=300; usual=150; limit=240
            electricity-never-off | flow  | kWh | 2020-05-01 2020-05-31 | use=612.4; smallest=0.35
            water-surge           | surge | m3  | 2019-12-15 2020-02-12 | use=41.5; usual=14 2/3; limit=23 7/15
            water-surge-of-little | surge | m3  | 2020-05-01 2020-05-02 | use=7; usual=0 41/99; limit=0 66/99
            water-leak            | flow  | m3  | 2020-05-03 2020-05-10 | use=3.36; smallest=0.012
            water-leak-of-a-day   | flow  | m3  | 2020-03-29 2020-03-30 | use=1.2; smallest=0.05
            """)
    void everyLanguageTellsAsTheFolderHasIt(String name, String kind, String unit, String days, String figures)
            throws IOException {
        Map<String, Fraction> values = new LinkedHashMap<>();
        for (String figure : figures.split("; ")) {
            String[] parts = figure.split("=");
            values.put(parts[0], ExactText.read(parts[1]).orElseThrow());
        }
        String[] range = days.split(" ");
        StringBuilder told = new StringBuilder(kind + ", " + unit + ", " + days + ": " + figures + "\n");
        for (Language language : Language.values()) {
            told.append('\n')
                    .append(AbnormalUseText.of(
                            kind.equals("flow") ? UseAlarm.Kind.CONTINUOUS_FLOW : UseAlarm.Kind.SURGE,
                            DateRange.of(LocalDate.parse(range[0]), LocalDate.parse(range[1])),
                            values,
                            Unit.ofSymbol(unit).orElseThrow(),
                            language))
                    .append('\n');
        }
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, told);
            fail(file + " is written anew: look at what changed, then test without golden.write");
        }
        assertThat(told).hasToString(Files.readString(file));
    }
}
