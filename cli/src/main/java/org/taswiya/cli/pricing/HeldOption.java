package org.taswiya.cli.pricing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.HeldUse;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.UsageProfile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What is held while usage grows: a month of a profile, and the demand that somebody names.
public final class HeldOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--demand",
            paramLabel = "[BAND=]POWER",
            split = ",",
            description = "The highest demand, which stays while usage grows: 12.5 in every time band, or"
                    + " peak=12.5,off-peak=3, or peak=8,total=12.5. Without it that of the profile grows with the"
                    + " usage.")
    private List<String> demands = new ArrayList<>();

    /// The month of a profile that a curve of a period is drawn for: that of the same name, else the first.
    public Optional<PricedUse> monthOf(@Nullable Path profile, LocalDate first) throws IOException {
        if (profile == null) {
            return Optional.empty();
        }
        List<PricedUse> months =
                switch (UsageProfile.read(GivenFile.lines(spec, profile, UsageProfile.expected()), 1)) {
                    case UsageProfile.Reading.Read(var read) -> read;
                    case UsageProfile.Reading.Faulty fault -> throw wrong(profile + ":" + fault);
                };
        PricedUse month = months.stream()
                .filter(one -> one.period().from().getMonth() == first.getMonth())
                .findFirst()
                .orElse(months.getFirst());
        if (month.use().usage().signum() == 0) {
            throw wrong(profile + ": " + month.name() + " has no usage to share");
        }
        return Optional.of(month);
    }

    /// What is held of a month; without one, each time band by itself.
    public List<HeldUse> held(Tariff tariff, Optional<PricedUse> month) {
        Map<String, Fraction> demand = demand(tariff);
        if (month.isEmpty()) {
            return HeldUse.eachBand(tariff, demand);
        }
        BillDeterminants use = month.get().use();
        return List.of(demand.isEmpty() ? HeldUse.withLoad(use) : HeldUse.withDemand(use, demand));
    }

    /// One number is that of each time band in which demand is priced.
    private Map<String, Fraction> demand(Tariff tariff) {
        Map<String, Fraction> demand = new HashMap<>();
        Set<String> names = new TreeSet<>(tariff.demandNames());
        names.addAll(tariff.timeBands());
        for (String given : demands) {
            int at = given.indexOf('=');
            Fraction power = power(given.substring(at + 1));
            String band = at < 0 ? "" : given.substring(0, at);
            if (at >= 0 && !names.contains(band)) {
                throw wrong("--demand: found time band " + band + ", expected "
                        + (names.isEmpty() ? "one number: no time band divides it" : String.join(", ", names)));
            }
            demand.put(band, power);
            if (at < 0) {
                tariff.demandBands().forEach(one -> demand.putIfAbsent(one, power));
            }
        }
        return demand;
    }

    private Fraction power(String given) {
        try {
            Decimal power = Decimal.parse(given);
            if (power.signum() >= 0) {
                return Fraction.of(power);
            }
        } catch (NumberFormatException _) {
            // refused below
        }
        throw wrong("--demand: found " + given + ", expected a number of zero or more");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
