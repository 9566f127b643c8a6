package org.taswiya.core.example;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.LevyTier;
import org.taswiya.core.tariff.Tax.LevyVersion;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.Tax.VolumeLevy;
import org.taswiya.core.tariff.TaxBasis;

/// Household electricity of Casablanca as of 2017 and 2024, written out so that core's tests need no file.
public final class CasablancaFixture {

    private static final LocalDate LONG_AGO = LocalDate.of(2012, 5, 1);

    private CasablancaFixture() {}

    public static Tariff electricity() {
        return new Tariff(
                "casablanca/electricity-household",
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(
                        version("2017-01-01", "2024-01-01", "0.8496", "1.0220", "1.1193", "1.3157", "1.5193"),
                        version("2024-01-01", null, "0.8350", "1.0044", "1.1000", "1.2930", "1.4931")),
                List.of(
                        vat("energy", "0.14", "0.16"),
                        vat("maintenance", "0.20", "0.20"),
                        vat("meter-rental", "0.07", "0.11"),
                        audiovisualTax()));
    }

    private static TariffVersion version(
            String from, @Nullable String to, String p1, String p2, String p4, String p5, String p6) {
        BlockMode progressive = BlockMode.PROGRESSIVE;
        BlockMode selective = BlockMode.SELECTIVE;
        TariffComponent energy = new BlockCharge(
                "energy",
                Unit.KILOWATT_HOUR,
                true,
                List.of(
                        tier("100", "0", progressive, p1),
                        tier("150", "0", progressive, p2),
                        tier("200", "10", selective, p2),
                        tier("300", "10", selective, p4),
                        tier("500", "10", selective, p5),
                        new BlockTier(null, Decimal.ZERO, selective, Decimal.parse(p6))),
                "energy",
                "energy");
        return new TariffVersion(
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                Proration.NONE,
                false,
                List.of(
                        energy,
                        new FixedCharge("maintenance", Decimal.parse("6.50"), ChargedPer.MONTH, "maintenance", "fixed"),
                        new FixedCharge(
                                "meter-rental", Decimal.parse("1.40"), ChargedPer.MONTH, "meter-rental", "fixed")));
    }

    static BlockTier tier(String upTo, String tolerance, BlockMode mode, String price) {
        return new BlockTier(Decimal.parse(upTo), Decimal.parse(tolerance), mode, Decimal.parse(price));
    }

    private static ValueAddedTax vat(String taxClass, String rate, String rateOf2024) {
        return new ValueAddedTax(
                "VAT",
                taxClass,
                List.of(
                        new DatedRate(LONG_AGO, Decimal.parse(rate)),
                        new DatedRate(LocalDate.of(2024, 1, 1), Decimal.parse(rateOf2024))),
                "");
    }

    private static VolumeLevy audiovisualTax() {
        return new VolumeLevy(
                "TPPAN",
                List.of(new LevyVersion(
                        LONG_AGO,
                        Decimal.of(200),
                        List.of(
                                new LevyTier(Decimal.of(100), Decimal.parse("0.10")),
                                new LevyTier(Decimal.of(200), Decimal.parse("0.15")),
                                new LevyTier(null, Decimal.parse("0.20"))),
                        Decimal.of(100))),
                "");
    }
}
