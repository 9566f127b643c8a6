package org.taswiya.cli.pricing;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.intake.urdb.RateFault;
import org.taswiya.intake.urdb.RateField;
import org.taswiya.intake.urdb.RefusedRate;
import org.taswiya.intake.urdb.UrdbRate;

/// What an import of records found, for people: a table, what is not supported, the faults, one sum.
final class ImportedRateText {
    private final List<ImportedRate> rates;
    private final List<Path> others;
    private final PrintWriter out;

    /// @param others files beside them that hold no record
    ImportedRateText(List<ImportedRate> rates, List<Path> others, PrintWriter out) {
        this.rates = rates;
        this.others = others;
        this.out = out;
    }

    void write() {
        writeTable();
        writeFields(RateField.Use.NOT_SUPPORTED, "Not supported, and left out of the price:");
        writeFields(RateField.Use.UNKNOWN, "Unknown, and left out of the price:");
        writeFaults();
        writeBooks();
        if (!others.isEmpty()) {
            out.println();
            out.println("Files without a record:");
            others.forEach(file -> out.println("  " + file));
        }
        long priced = rates.stream().filter(ImportedRate::isPriced).count();
        out.println();
        String records = rates.size() == 1 ? "1 record" : rates.size() + " records";
        out.printf("%s: %d priced, %d refused%n", records, priced, rates.size() - priced);
    }

    private void writeTable() {
        int width =
                rates.stream().mapToInt(rate -> rate.parsed().name().length()).reduce("RECORD".length(), Math::max);
        String row = "%-" + width + "s  %5s  %6s  %s%n";
        out.printf(row, "RECORD", "BANDS", "BLOCKS", "CHARGES");
        for (ImportedRate rate : rates) {
            switch (rate.parsed()) {
                case UrdbRate priced ->
                    out.printf(row, priced.name(), priced.energyBands().size(), blocks(priced), charges(priced));
                case RefusedRate refused -> out.printf(row, refused.name(), "-", "-", "refused");
            }
        }
    }

    private static int blocks(UrdbRate rate) {
        return components(rate).stream()
                .filter(BandCharge.class::isInstance)
                .flatMap(component -> ((BandCharge) component).bands().stream())
                .mapToInt(band -> band.tiers().size())
                .max()
                .orElse(0);
    }

    private static List<TariffComponent> components(UrdbRate rate) {
        return rate.tariff().versions().getFirst().components();
    }

    private static String charges(UrdbRate rate) {
        TreeSet<String> charges = new TreeSet<>();
        for (TariffComponent component : components(rate)) {
            charges.add(
                    switch (component) {
                        case DemandCharge demand -> demand.bands().isWhole() ? "demand" : "demand by band";
                        case FixedCharge fixed ->
                            "fixed a " + fixed.per().unit().symbol();
                        case MinimumCharge minimum ->
                            "minimum a " + minimum.per().unit().symbol();
                        case TariffComponent other -> other.code();
                    });
        }
        return String.join(", ", charges);
    }

    /// Each field once, with how many records have it.
    private void writeFields(RateField.Use use, String title) {
        Map<String, Integer> counts = new TreeMap<>();
        for (ImportedRate rate : rates) {
            if (rate.parsed() instanceof UrdbRate priced) {
                for (RateField field : priced.fields()) {
                    if (field.use() == use) {
                        String why = field.why().isEmpty() ? "" : ": " + field.why();
                        counts.merge(field.name() + why, 1, Integer::sum);
                    }
                }
            }
        }
        if (!counts.isEmpty()) {
            out.println();
            out.println(title);
            counts.forEach((field, count) -> out.printf("  %s (%d)%n", field, count));
        }
    }

    private void writeBooks() {
        List<ImportedRate> wanted =
                rates.stream().filter(rate -> !rate.book().isEmpty()).toList();
        if (!wanted.isEmpty()) {
            out.println();
            out.println("Price books:");
            wanted.forEach(rate -> out.println("  " + rate.parsed().name() + ": " + rate.book()));
        }
    }

    private void writeFaults() {
        List<ImportedRate> refused =
                rates.stream().filter(rate -> !rate.isPriced()).toList();
        if (!refused.isEmpty()) {
            out.println();
            out.println("Refused:");
        }
        for (ImportedRate rate : refused) {
            if (rate.parsed() instanceof RefusedRate because) {
                for (RateFault fault : because.faults()) {
                    out.println("  " + rate.file() + ": " + fault);
                }
            }
        }
    }
}
