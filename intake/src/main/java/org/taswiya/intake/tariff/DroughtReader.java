package org.taswiya.intake.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.tariff.DatedComponent.Stretch;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads a surcharge of stages that are declared for some days: a percentage of other charges, or a price of each unit
/// above an allotment of a month. Where no stage is in force there is none.
final class DroughtReader {
    static final Set<String> OWN = Set.of("of", "stages", "inForce");
    private static final Set<String> STAGE_KNOWN =
            Set.of("stage", "rate", "price", "above", "source", "derived", "placeholder");
    private static final Set<String> IN_FORCE_KNOWN = Set.of("stage", "from", "to", "source", "derived", "placeholder");
    private static final int STAGES_MOST = 99;

    private final ComponentReader components;
    private final Charge charge;
    private final Findings findings;

    DroughtReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
        this.findings = components.findings();
    }

    DatedComponent read(YamlFields item, Unit unit, String taxClass, String clause) {
        Set<String> of = new HangingReader(components, charge).of(item);
        Map<Integer, TariffComponent> stages = new TreeMap<>();
        for (YamlFields line : item.items("stages", "a stage", STAGE_KNOWN)) {
            int number = line.whole("stage", 1, STAGES_MOST);
            String told = clause + ", stage " + number;
            TariffComponent stage = line.has("rate")
                    ? new Rider(charge.code(), of, rate(line), taxClass, told)
                    : new BlockCharge(charge.code(), unit, false, tiers(line), taxClass, told);
            if (line.has("rate") && (line.has("price") || line.has("above"))) {
                findings.add(line.placeOf("rate"), "'rate' beside a price of units", "one of them");
            }
            if (stages.putIfAbsent(number, stage) != null) {
                findings.add(line.placeOf("stage"), "stage " + number + " a second time", "each stage once");
            }
        }
        TariffComponent usual = stages.values().stream()
                .filter(Rider.class::isInstance)
                .findFirst()
                .orElseGet(() -> new Rider(charge.code(), of, Decimal.ZERO, taxClass, clause));
        return new DatedComponent(usual, inForce(item, stages), null, null);
    }

    /// What a stage states of itself is nearer than what its component does.
    private Charge near(YamlFields line) {
        Provenance stated = components.note(line, charge.subject(), charge.version());
        return stated == null ? charge : new Charge(charge.code(), charge.subject(), charge.version(), stated);
    }

    private Decimal rate(YamlFields line) {
        return components.figure(line, near(line), "rate", Limit.PART);
    }

    private List<BlockTier> tiers(YamlFields line) {
        Decimal price = components.figure(line, near(line), "price", Limit.ABOVE_ZERO);
        Decimal above = line.optionalNumber("above", Limit.ZERO_OR_MORE);
        List<BlockTier> tiers = new ArrayList<>();
        if (above != null && above.signum() > 0) {
            tiers.add(new BlockTier(above, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.ZERO));
        }
        tiers.add(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, price));
        return tiers;
    }

    private List<Stretch> inForce(YamlFields item, Map<Integer, TariffComponent> stages) {
        List<Stretch> stretches = new ArrayList<>();
        @Nullable LocalDate free = LocalDate.MIN;
        for (YamlFields line : item.has("inForce")
                ? item.items("inForce", "a stage and its days", IN_FORCE_KNOWN)
                : List.<YamlFields>of()) {
            int number = line.whole("stage", 1, STAGES_MOST);
            LocalDate from = line.date("from");
            LocalDate to = line.optionalDate("to");
            TariffComponent stage = stages.get(number);
            if (Provenance.stated(line) == null && charge.around() == null) {
                Provenance.reportMissing(line, charge.code() + " in force");
            }
            if (stage == null) {
                String known = stages.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
                findings.add(line.placeOf("stage"), "stage " + number + ", which has no surcharge", "one of " + known);
            }
            if (from != null && to != null && !to.isAfter(from)) {
                findings.add(line.placeOf("to"), to.toString(), "a day after " + from);
            } else if (from != null && (free == null || from.isBefore(free))) {
                findings.add(
                        line.placeOf("from"),
                        from + ", when another stage is in force",
                        free == null ? "'to' of the stage before" : "no day before " + free);
            } else if (from != null && stage != null) {
                stretches.add(new Stretch(from, to, stage));
            }
            free = to;
        }
        return stretches;
    }
}
