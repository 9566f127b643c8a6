package org.taswiya.deliver.bill;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.core.tariff.ChargedPer;
import org.taswiya.core.tariff.PowerComponent.BilledDemandCharge;
import org.taswiya.core.tariff.PowerComponent.OverrunCharge;
import org.taswiya.core.tariff.PowerComponent.PowerFactorCharge;
import org.taswiya.core.tariff.PowerComponent.ReactiveCharge;
import org.taswiya.core.tariff.PowerComponent.SubscribedCharge;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.Discount;
import org.taswiya.core.tariff.TariffComponent.ExportCredit;
import org.taswiya.core.tariff.TariffComponent.FixedCharge;
import org.taswiya.core.tariff.TariffComponent.MaximumCharge;
import org.taswiya.core.tariff.TariffComponent.MinimumCharge;
import org.taswiya.core.tariff.TariffComponent.NetMetering;
import org.taswiya.core.tariff.TariffComponent.Rider;
import org.taswiya.core.tariff.TariffComponent.SewerCharge;
import org.taswiya.core.tariff.TariffComponent.SizedCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffComponent.VolumeCharge;
import org.taswiya.core.tariff.TariffComponent.YearLimit;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What the lines of a bill are called.
public final class ItemWords {
    private static final int MONTHS = 12;
    private static final String A_TWELFTH = "\u00A0×\u00A01/12";

    private final Tariff tariff;
    private final Texts texts;
    private final Figures figures;

    /// @param figures in the language of the texts
    public ItemWords(Tariff tariff, Texts texts, Figures figures) {
        this.tariff = tariff;
        this.texts = texts;
        this.figures = figures;
    }

    /// `Energy, peak, block 2, 10/31 of the days`. Where there is one block alone it is not named. What raises or
    /// lowers a bill to a limit says which: `Raised to the minimum (100.00 DH/month)`.
    String of(ChargeLine line) {
        String name = isSettledEnergy(line)
                ? texts.text("pricing.settled-energy")
                : component(line.component(), line.range().from());
        String component = inBand(isToLimit(line) ? limited(name, line) : name, line.band());
        String item = line.block() == 0 || isOnlyBlock(line)
                ? component
                : texts.text(
                        BlockLimits.isSelective(tariff, line) ? "pricing.block.whole" : "pricing.block",
                        "component",
                        component,
                        "block",
                        figures.isolated(Integer.toString(line.block())));
        return line.dayShare()
                .map(share -> texts.text("pricing.share", "item", item, "share", figures.isolated(share.toString())))
                .orElse(item);
    }

    private String limited(String name, ChargeLine line) {
        Decimal limit = line.price().signum() < 0 ? line.price().negated() : line.price();
        return texts.text(
                "pricing.limit", "item", name, "limit", figures.moneyOf(limit), "unit", figures.unit(line.unit()));
    }

    /// Whether quantity and price say nothing to whoever reads them: of own energy that was taken off, which costs
    /// nothing and is paid nothing, and of what a limit adds or takes, which is a part of the limit.
    boolean isWithoutPrice(ChargeLine line) {
        return isToLimit(line) || isOwnEnergy(line);
    }

    /// Energy of one's own, which comes off the usage.
    boolean isOwnEnergy(ChargeLine line) {
        return line.price().isZero()
                && component(line).filter(NetMetering.class::isInstance).isPresent();
    }

    boolean isToLimit(ChargeLine line) {
        return component(line)
                .filter(of -> of instanceof MaximumCharge || of instanceof MinimumCharge)
                .isPresent();
    }

    private Optional<TariffComponent> component(ChargeLine line) {
        return find(line.component(), line.range().from());
    }

    /// What net metering pays for is no usage that it took away.
    private boolean isSettledEnergy(ChargeLine line) {
        return line.price().signum() < 0
                && component(line).filter(NetMetering.class::isInstance).isPresent();
    }

    /// The lines in the order in which charges hang on each other: what a later version brings stands where it would if
    /// it had been there from the first day on.
    List<ChargeLine> inOrder(List<ChargeLine> lines) {
        return lines.stream().sorted(Comparator.comparingInt(this::phase)).toList();
    }

    private int phase(ChargeLine line) {
        return component(line)
                .map(component -> switch (component) {
                    case Rider _, Discount _, PowerFactorCharge _ -> 1;
                    case MaximumCharge _ -> 2;
                    case MinimumCharge _, YearLimit _ -> 3;
                    case ExportCredit _, NetMetering _ -> 4;
                    case TariffComponent _ -> 0;
                })
                .orElse(0);
    }

    /// What is priced, so that quantity times price is the amount. Of a year's price of power it is a twelfth, of a sum
    /// an amount.
    String quantity(ChargeLine line) {
        if (isToLimit(line)) {
            return "";
        }
        if (isOfYear(line)) {
            return figures.isolated(figures.plain(ofYear(line), line.unit()) + A_TWELFTH);
        }
        Money sum = line.quantity().toMoneyHalfUp();
        boolean isAmount = line.unit() == Unit.MONEY && sum.toFraction().compareTo(line.quantity()) == 0;
        return isAmount ? figures.amount(sum) : figures.quantity(line.quantity(), line.unit());
    }

    private boolean isOfYear(ChargeLine line) {
        return component(line)
                .filter(component -> component instanceof SubscribedCharge charge && charge.per() == ChargedPer.YEAR)
                .isPresent();
    }

    private static Fraction ofYear(ChargeLine line) {
        return line.quantity().times(Fraction.of(MONTHS)).reduced();
    }

    /// Whether quantity times price as they are written come to another amount.
    boolean isRounded(ChargeLine line) {
        if (isWithoutPrice(line)) {
            return false;
        }
        Fraction written = isOfYear(line)
                ? Figures.shown(ofYear(line), line.unit()).dividedBy(Fraction.of(MONTHS))
                : Figures.shown(line.quantity(), line.unit());
        return written.compareTo(line.quantity()) != 0
                && !line.shareOf(written.times(line.price())).toMoneyHalfUp().equals(line.amount());
    }

    /// The same without block and days.
    ///
    /// @param band null for every hour
    public String inBand(String component, @Nullable String band) {
        return band == null
                ? component
                : texts.text("pricing.band", "component", component, "band", figures.band(band));
    }

    /// What a component is called: by a name of its own, else by its kind, with its code where others are of that kind.
    public String component(String code, LocalDate day) {
        return figures.namedComponent(code).orElseGet(() -> byKind(code, day));
    }

    /// What the component of a line may be called, in any language; whether others are of its kind does not count.
    List<String> names(ChargeLine line) {
        Optional<String> kind = component(line).map(ItemWords::kind);
        return Stream.of(Language.values())
                .map(Texts::of)
                .flatMap(of -> Stream.concat(
                        of.known("component.", line.component()).stream(),
                        kind.map(one -> of.text("kind." + one)).stream()))
                .toList();
    }

    private String byKind(String code, LocalDate day) {
        Optional<String> kind = find(code, day).map(ItemWords::kind);
        if (kind.isEmpty()) {
            return figures.isolated(code);
        }
        long alike = tariff.versions().stream()
                .flatMap(version -> version.components().stream())
                .filter(other -> kind(other).equals(kind.get()))
                .map(TariffComponent::code)
                .distinct()
                .count();
        String word = texts.text("kind." + kind.get());
        return alike == 1 ? word : texts.text("pricing.kind", "kind", word, "code", figures.isolated(code));
    }

    private Optional<TariffComponent> find(String code, LocalDate day) {
        return tariff.versionOn(day).stream()
                .flatMap(version -> version.components().stream())
                .filter(component -> component.code().equals(code))
                .findFirst();
    }

    /// Of blocks and what follows them the number is kept: people know theirs.
    private boolean isOnlyBlock(ChargeLine line) {
        return component(line)
                .map(component -> switch (component) {
                    case BandCharge charge ->
                        charge.bands().stream()
                                .filter(ladder -> Objects.equals(ladder.band(), line.band()))
                                .map(BandLadder::tiers)
                                .allMatch(tiers -> tiers.size() == 1);
                    case DemandCharge charge -> charge.tiers().size() == 1;
                    case ExportCredit credit -> credit.tiers().size() == 1;
                    case SewerCharge charge -> charge.tiers().size() == 1;
                    case BilledDemandCharge charge -> charge.tiers().size() == 1;
                    case SubscribedCharge charge -> charge.tiers().size() == 1;
                    case BlockCharge _, VolumeCharge _, FixedCharge _, SizedCharge _, UnitCharge _, Rider _ -> false;
                    case Discount _, MaximumCharge _, MinimumCharge _, NetMetering _ -> false;
                    case OverrunCharge _, ReactiveCharge _, PowerFactorCharge _, YearLimit _ -> false;
                })
                .orElse(false);
    }

    private static String kind(TariffComponent component) {
        return switch (component) {
            case BlockCharge _, BandCharge _, VolumeCharge _ -> "usage";
            case DemandCharge _, BilledDemandCharge _ -> "demand";
            case FixedCharge _ -> "fixed";
            case SizedCharge _ -> "sized";
            case ExportCredit _ -> "export";
            case NetMetering _ -> "net-metering";
            case UnitCharge _ -> "per-unit";
            case Rider _ -> "rider";
            case Discount discount -> discount.where() == null ? "discount" : "entitled";
            case MaximumCharge _ -> "maximum";
            case MinimumCharge _ -> "minimum";
            case YearLimit limit -> limit.isMaximum() ? "year-maximum" : "year-minimum";
            case SewerCharge _ -> "sewer";
            case SubscribedCharge _ -> "subscribed";
            case OverrunCharge _ -> "overrun";
            case ReactiveCharge _ -> "reactive";
            case PowerFactorCharge _ -> "power-factor";
        };
    }
}
