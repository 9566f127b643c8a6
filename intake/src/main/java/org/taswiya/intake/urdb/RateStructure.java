package org.taswiya.intake.urdb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonNull;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;

/// Reads the periods of a structure: for each a ladder of blocks with prices.
final class RateStructure {
    /// No month and no meter reaches it: such a bound stands for none.
    private static final BigDecimal BOUND_MAX = BigDecimal.TEN.pow(12);

    private static final Set<String> KNOWN = Set.of("rate", "adj", "max", "unit", "sell");

    private final RecordFields fields;
    private final String name;

    RateStructure(RecordFields fields, String name) {
        this.fields = fields;
        this.name = name;
    }

    /// One period.
    ///
    /// @param unit as its blocks write it; null where none does
    record Ladder(@Nullable String unit, List<BlockTier> tiers) {
        boolean isFree() {
            return tiers.stream().allMatch(tier -> tier.price().isZero());
        }
    }

    /// The ladders; none where the record has no such structure, or an empty one.
    List<Ladder> read() {
        String place = fields.written(name);
        List<JsonValue> periods = fields.list(name).orElse(List.of());
        fields.use(name, periods.isEmpty() ? RateField.Use.INFORMATION : RateField.Use.PRICED, "");
        if (periods.size() > BandLadder.MOST) {
            fields.fault(place, periods.size() + " periods", "at most " + BandLadder.MOST);
            return List.of();
        }
        List<Ladder> ladders = new ArrayList<>();
        for (int period = 0; period < periods.size(); period++) {
            ladders.add(ladder(periods.get(period), place + "[" + period + "]"));
        }
        return ladders;
    }

    private Ladder ladder(JsonValue value, String place) {
        List<JsonValue> tiers = fields.list(value, place).orElse(List.of());
        if (tiers.isEmpty()) {
            fields.fault(place, "no block", "at least one");
        }
        if (tiers.size() > BlockTier.MOST) {
            fields.fault(place, tiers.size() + " blocks", "at most " + BlockTier.MOST);
            return new Ladder(null, List.of());
        }
        List<BlockTier> ladder = new ArrayList<>();
        String unit = null;
        Decimal lower = Decimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            String at = place + "[" + i + "]";
            Map<String, JsonValue> tier = tier(tiers.get(i), at);
            String own = unit(tier, at);
            if (own != null && unit != null && !isSame(own, unit)) {
                fields.fault(at + ".unit", "the text '" + own + "'", "'" + unit + "' as in the blocks before");
            }
            unit = unit == null ? own : unit;
            Decimal upper = upper(tier, at, lower, i == tiers.size() - 1);
            ladder.add(new BlockTier(upper, Decimal.ZERO, BlockMode.PROGRESSIVE, price(tier, at)));
            lower = upper == null ? lower : upper;
        }
        return new Ladder(unit, ladder);
    }

    /// Whether they are one unit, however they are spelt: `kWh` and `kwh`, `HCF` and `CCF`.
    private static boolean isSame(String unit, String other) {
        Optional<RateUnit> known = RateUnit.of(unit);
        return known.isPresent() ? known.equals(RateUnit.of(other)) : unit.equals(other);
    }

    private @Nullable String unit(Map<String, JsonValue> tier, String at) {
        return switch (tier.get("unit")) {
            case null -> null;
            case JsonText text -> text.text();
            case JsonValue other -> {
                fields.fault(at + ".unit", other.described(), "a unit such as kWh");
                yield null;
            }
        };
    }

    private Map<String, JsonValue> tier(JsonValue value, String at) {
        Map<String, JsonValue> tier = new LinkedHashMap<>();
        if (!(value instanceof JsonObject object)) {
            fields.fault(at, value.described(), "an object with rate and max");
            return tier;
        }
        object.fields().forEach((field, inside) -> {
            String key = field.toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(key)) {
                fields.useInside(name + "[][]." + field, RateField.Use.UNKNOWN, "");
            } else if (!(inside instanceof JsonNull) && tier.putIfAbsent(key, inside) != null) {
                fields.fault(at + "." + field, "the field a second time", "it once");
            }
        });
        if (tier.containsKey("sell")) {
            fields.useInside(name + "[][].sell", RateField.Use.NOT_SUPPORTED, "needs energy that was fed in");
        }
        return tier;
    }

    /// The bound of a block. The last one is open whatever it says: usage above it would have no price.
    private @Nullable Decimal upper(Map<String, JsonValue> tier, String at, Decimal lower, boolean isLast) {
        JsonValue max = tier.get("max");
        if (max == null) {
            if (!isLast) {
                fields.fault(at + ".max", "nothing", "where the block ends, since another follows");
            }
            return null;
        }
        BigDecimal bound = fields.number(max, at + ".max");
        if (isLast) {
            checkOpen(bound, at, lower);
            return null;
        }
        if (bound == null) {
            return null;
        }
        if (bound.compareTo(BOUND_MAX) > 0) {
            fields.fault(at + ".max", max.described(), "at most 10^12, since another block follows");
            return null;
        }
        Decimal upper = fields.decimal(max, at + ".max");
        if (upper != null && upper.compareTo(lower) <= 0) {
            String expected = lower.isZero() ? "above 0" : "above " + lower + ", where the block before ends";
            fields.fault(at + ".max", max.described(), expected);
        }
        return upper;
    }

    private void checkOpen(@Nullable BigDecimal bound, String at, Decimal lower) {
        if (bound != null && bound.signum() > 0 && bound.compareTo(lower.toBigDecimal()) < 0) {
            fields.fault(
                    at + ".max", bound.toPlainString(), "above " + lower + ", where the block before ends, or nothing");
        } else if (bound != null && bound.signum() < 0) {
            fields.fault(at + ".max", bound.toPlainString(), "nothing, for it is the last block");
        } else if (bound != null && bound.signum() > 0 && bound.compareTo(BOUND_MAX) <= 0) {
            fields.useInside(at + ".max", RateField.Use.INFORMATION, "the last block is open");
        }
    }

    /// The rate and its adjustment.
    private Decimal price(Map<String, JsonValue> tier, String at) {
        if (!tier.containsKey("rate") && !tier.containsKey("adj")) {
            fields.fault(at, "a block without a rate", "what a unit costs");
        }
        BigDecimal sum = part(tier, at, "rate").add(part(tier, at, "adj"));
        try {
            return Decimal.parse(sum.toPlainString());
        } catch (NumberFormatException _) {
            fields.fault(at, "rate and adj of together more than 18 digits", "at most 18");
            return Decimal.ZERO;
        }
    }

    private BigDecimal part(Map<String, JsonValue> tier, String at, String part) {
        JsonValue value = tier.get(part);
        Decimal read = value == null ? null : fields.decimal(value, at + "." + part);
        return read == null ? BigDecimal.ZERO : read.toBigDecimal();
    }
}
