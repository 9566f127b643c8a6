package org.taswiya.intake.urdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.taswiya.core.tariff.Tariff;

/// Nothing of a record is silent: a field that is added or changed changes what it costs, refuses it, or is named.
class UrdbFieldLaws {
    private static final String DAY = "[" + String.join(",", Collections.nCopies(24, "0")) + "]";
    private static final String YEAR = "[" + String.join(",", Collections.nCopies(12, DAY)) + "]";

    /// A record with every field that is in a price.
    private static Map<String, String> record() {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("label", "'x'");
        record.put("energyratestructure", "[[{'max':100,'rate':1,'adj':0.5,'unit':'kWh'},{'rate':2}]]");
        record.put("energyweekdayschedule", YEAR);
        record.put("energyweekendschedule", YEAR);
        record.put("demandratestructure", "[[{'rate':3}]]");
        record.put("demandrateunit", "'kVA'");
        record.put("demandweekdayschedule", YEAR);
        record.put("demandweekendschedule", YEAR);
        record.put("flatdemandstructure", "[[{'rate':4}],[{'rate':5}]]");
        record.put("flatdemandunit", "'kVA'");
        record.put("flatdemandmonths", "[0,0,0,1,1,0,0,0,0,0,0,0]");
        record.put("fixedchargefirstmeter", "6");
        record.put("fixedchargeunits", "'$/day'");
        record.put("mincharge", "40");
        record.put("minchargeunits", "'$/day'");
        record.put("currency", "'EUR'");
        return record;
    }

    @Provide
    Arbitrary<String> field() {
        List<String> others = List.of(
                "annualmincharge",
                "fixedmonthlycharge",
                "minmonthlycharge",
                "demandrateunits",
                "flatdemandunits",
                "demandunits",
                "demandreactivepowercharge",
                "coincidentratestructure",
                "fueladjustmentsmonthly",
                "fixedchargeeaaddl",
                "fixedattrs",
                "startdate",
                "enddate",
                "sector",
                "dgrules",
                "demandwindow",
                "surprise",
                "realtimepricing");
        return Arbitraries.oneOf(Arbitraries.of(record().keySet()), Arbitraries.of(others));
    }

    @Provide
    Arbitrary<String> value() {
        Arbitrary<String> numbers = Arbitraries.doubles().between(-1e6, 1e6).map(String::valueOf);
        Arbitrary<String> texts = Arbitraries.strings().alpha().ofMaxLength(5).map(text -> "'" + text + "'");
        Arbitrary<String> words = Arbitraries.of("null", "true", "0", "'$/year'", "'hp'", "'kWh daily'");
        Arbitrary<String> plain = Arbitraries.oneOf(numbers, texts, words);
        Arbitrary<String> tiers = Arbitraries.of("rate", "adj", "max", "unit", "sell", "other")
                .flatMap(name -> plain.map(inside -> "{'" + name + "':" + inside + "}"));
        return Arbitraries.oneOf(plain, tiers, plain.map(one -> "[" + one + "]"), tiers.map(one -> "[[" + one + "]]"));
    }

    @Property(tries = 600)
    void aFieldThatIsAddedOrChangedIsPricedRefusedOrNamed(@ForAll("field") String field, @ForAll("value") String value)
            throws IOException {
        Map<String, String> changed = record();
        changed.put(field, value);
        if (!(read(changed) instanceof UrdbRate rate)) {
            return; // refused, with the place
        }
        RateField named = rate.fields().stream()
                .filter(one -> one.name().equals(field))
                .findFirst()
                .orElseThrow();
        assertThat(named.use() != RateField.Use.PRICED || !price(changed).equals(price(record())))
                .as("%s: %s is %s, and the price is as before", field, value, named)
                .isTrue();
        if (named.use() == RateField.Use.NOT_SUPPORTED || named.use() == RateField.Use.UNKNOWN) {
            assertThat(rate.notes()).anyMatch(note -> note.startsWith(field));
        }
    }

    @Property(tries = 200)
    void whatStandsInABlockIsPricedRefusedOrNamed(@ForAll("value") String value) throws IOException {
        for (String inside : List.of("rate", "adj", "max", "unit", "sell", "other")) {
            Map<String, String> changed = record();
            changed.put("energyratestructure", "[[{'max':100,'rate':1},{'rate':2,'" + inside + "':" + value + "}]]");
            Map<String, String> without = record();
            without.put("energyratestructure", "[[{'max':100,'rate':1},{'rate':2}]]");
            if (!inside.equals("rate") && read(changed) instanceof UrdbRate rate && !isNothing(value)) {
                assertThat(!rate.fields().equals(((UrdbRate) read(without)).fields())
                                || !price(changed).equals(price(without)))
                        .as("%s: %s", inside, value)
                        .isTrue();
            }
        }
    }

    private static boolean isNothing(String value) {
        return List.of("null", "0", "0.0", "-0.0", "'kWh'").contains(value);
    }

    private static Tariff price(Map<String, String> record) throws IOException {
        return ((UrdbRate) read(record)).tariff();
    }

    private static ParsedRate read(Map<String, String> record) throws IOException {
        Path file = Files.createTempFile("record", ".json");
        try {
            String text = record.entrySet().stream()
                    .map(field -> "'" + field.getKey() + "':" + field.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
            return UrdbFile.read(Files.writeString(file, text.replace('\'', '"')))
                    .getFirst();
        } finally {
            Files.delete(file);
        }
    }
}
