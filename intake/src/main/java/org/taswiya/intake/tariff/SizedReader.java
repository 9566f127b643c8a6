package org.taswiya.intake.tariff;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.intake.tariff.ComponentReader.Charge;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlFields;

/// Reads a charge that hangs on a size: `by: meter-size`, `per: month` and a price for each of the `sizes`.
final class SizedReader {
    private static final Set<String> SIZE_KNOWN = Set.of("size", "price", "source", "derived", "placeholder");
    private static final Map<String, Determinant> SIZES = Map.of(
            Determinant.METER_SIZE.code(), Determinant.METER_SIZE,
            Determinant.FIRE_LINE_SIZE.code(), Determinant.FIRE_LINE_SIZE,
            Determinant.SUBSCRIBED_POWER.code(), Determinant.SUBSCRIBED_POWER);
    private static final Map<String, ChargedPer> PER = Arrays.stream(ChargedPer.values())
            .collect(Collectors.toUnmodifiableMap(per -> per.unit().symbol(), per -> per));

    private final ComponentReader components;
    private final Charge charge;

    SizedReader(ComponentReader components, Charge charge) {
        this.components = components;
        this.charge = charge;
    }

    SizedCharge read(YamlFields item, String taxClass, String clause) {
        Determinant by = item.choice("by", SIZES);
        ChargedPer per = item.choice("per", PER);
        SortedMap<Decimal, Decimal> prices = new TreeMap<>();
        int number = 0;
        for (YamlFields line : item.items("sizes", "a size and its price", SIZE_KNOWN)) {
            number++;
            Decimal size = line.number("size", Limit.ABOVE_ZERO);
            Decimal price = components.price(line, charge, null, number);
            if (prices.putIfAbsent(size, price) != null) {
                components.findings().add(line.placeOf("size"), size + " a second time", "each size once");
            }
        }
        return new SizedCharge(
                charge.code(),
                by == null ? Determinant.METER_SIZE : by,
                prices,
                per == null ? ChargedPer.MONTH : per,
                taxClass,
                clause);
    }
}
