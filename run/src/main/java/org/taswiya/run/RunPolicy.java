package org.taswiya.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.AllocationPolicy.ByDays;
import org.taswiya.core.billing.AllocationPolicy.EstimateShape;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;

/// The policy with which a run billed, taken back from the lines that were kept with it: its bills are made again by
/// what the utility had decided then, whatever it decides now.
///
/// @param fields as [RunRules] names them
record RunPolicy(SequencedMap<String, String> fields) {

    /// Nothing when a field is missing or says what this Taswiya does not know.
    static Optional<BillingPolicy> of(String kept) {
        try {
            return RunRules.parse(kept).map(rules -> new RunPolicy(rules.fields()).policy());
        } catch (NoSuchElementException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private BillingPolicy policy() {
        return new BillingPolicy(
                allocation(),
                methods(value(RunRules.ESTIMATION)),
                Integer.parseInt(value("estimates-in-a-row-most")),
                back(),
                instalments(),
                ownChains(),
                edition());
    }

    /// The first where no line says one.
    private int edition() {
        String kept = fields.get(RunRules.EDITION);
        int edition = kept == null ? EstimationMethod.FIRST_EDITION : Integer.parseInt(kept);
        if (edition > EstimationMethod.EDITION) {
            throw new NoSuchElementException("Edition " + edition + " of the methods is of a later Taswiya");
        }
        return edition;
    }

    private AllocationPolicy allocation() {
        String tolerance = stated("tolerance");
        Favourable favourable =
                new Favourable(tolerance == null ? Favourable.TOLERANCE_DEFAULT : Decimal.parse(tolerance));
        return one(value("allocation"), AllocationPolicy::code, List.of(new ByDays(), new EstimateShape(), favourable));
    }

    private Map<CustomerClass, List<EstimationMethod>> ownChains() {
        Map<CustomerClass, List<EstimationMethod>> own = new EnumMap<>(CustomerClass.class);
        for (CustomerClass of : CustomerClass.values()) {
            String chain = fields.get(RunRules.ESTIMATION + RunRules.OF_CLASS + of.code());
            if (chain != null) {
                own.put(of, methods(chain));
            }
        }
        return own;
    }

    private static List<EstimationMethod> methods(String chain) {
        return chain.equals(RunRules.NONE)
                ? List.of()
                : Stream.of(chain.split(", ", -1))
                        .map(code -> EstimationMethod.ofCode(code).orElseThrow())
                        .toList();
    }

    private @Nullable BackBillingRule back() {
        String months = stated("back-billing-months");
        return months == null
                ? null
                : new BackBillingRule(
                        Integer.parseInt(months),
                        one(value("back-billing-anchor"), RunRules::code, List.of(Anchor.values())));
    }

    private @Nullable InstalmentRule instalments() {
        String multiple = stated("instalments-multiple-of-usual");
        return multiple == null
                ? null
                : new InstalmentRule(Decimal.parse(multiple), Integer.parseInt(value("instalments-most")));
    }

    private static <T> T one(String code, Function<T, String> codeOf, List<T> all) {
        return all.stream()
                .filter(of -> codeOf.apply(of).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String value(String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    private @Nullable String stated(String name) {
        String value = value(name);
        return value.equals(RunRules.NONE) ? null : value;
    }
}
