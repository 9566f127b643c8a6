package org.taswiya.cli.workbench;

import java.io.StringWriter;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.pricing.HeldWords;
import org.taswiya.cli.workbench.ComparedBooks.ComparedUse;
import org.taswiya.cli.workbench.ComparedBooks.HeldBoth;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.tariff.BookComparison.Cliffs;
import org.taswiya.core.tariff.ChangedDay;
import org.taswiya.core.tariff.PricedTwice;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.RevenueParts.Sums;
import org.taswiya.core.tariff.TariffChange;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.deliver.tariff.TextDifference.Kind;
import org.taswiya.deliver.tariff.TextDifference.Line;
import org.taswiya.run.ComparedPeriods.Unknown;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.run.ShadowSums;
import org.taswiya.run.UsesReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Two books side by side, for programs: one JSON object.
final class CompareJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USAGE_DECIMALS = 3;
    private static final int PRICE_DECIMALS = 4;

    private final ComparedBooks compared;
    private final Fraction moreThan;
    private final JsonGenerator json;

    private CompareJson(ComparedBooks compared, Fraction moreThan, JsonGenerator json) {
        this.compared = compared;
        this.moreThan = moreThan;
        this.json = json;
    }

    static String of(ComparedBooks compared, Fraction moreThan) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            new CompareJson(compared, moreThan, json).write();
        }
        return line.toString();
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("old", compared.oldName());
        json.writeStringProperty("new", compared.newName());
        json.writeStringProperty("currency", compared.books().after().currency());
        json.writeStringProperty("unit", compared.books().after().unit().symbol());
        json.writeArrayPropertyStart("changes");
        compared.books().changes().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("days");
        compared.days().forEach(this::write);
        json.writeEndArray();
        TextDifference text = compared.text();
        if (text != null) {
            json.writeArrayPropertyStart("text");
            text.lines().stream().filter(line -> line.kind() != Kind.STAYED).forEach(this::write);
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("uses");
        compared.lines().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("unknown");
        compared.unknown().forEach(this::write);
        json.writeEndArray();
        json.writeObjectPropertyStart("assumed");
        compared.assumed().forEach(json::writeNumberProperty);
        json.writeEndObject();
        compared.ofMany().ifPresent(this::write);
        writeRevenue(compared.ofMany().map(UsesReport::revenue).orElse(compared.revenue()));
        if (!compared.books().isOfUsageAlone()) {
            json.writeArrayPropertyStart("curves");
            compared.curves().forEach(this::write);
            json.writeEndArray();
        } else if (!compared.curves().isEmpty()) {
            writeCliffs(compared.curves().getFirst());
        }
        json.writeEndObject();
    }

    private void write(ChangedDay day) {
        json.writeStartObject();
        json.writeStringProperty("day", day.day().toString());
        json.writeBooleanProperty("onlyOneHasPrices", day.isOfOne());
        json.writeArrayPropertyStart("changes");
        day.changes().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    /// One that went has its number in the old text, one that came in the new.
    private void write(Line line) {
        json.writeStartObject();
        boolean isOld = line.kind() == Kind.WENT;
        json.writeNumberProperty(isOld ? "oldLine" : "newLine", isOld ? line.before() : line.after());
        json.writeStringProperty("text", line.text());
        json.writeEndObject();
    }

    private void write(TariffChange change) {
        json.writeStartObject();
        json.writeStringProperty("of", FactWords.of(change.fact()));
        json.writeStringProperty("field", FactWords.field(change.fact()));
        writeText("old", change.before());
        writeText("new", change.after());
        json.writeEndObject();
    }

    private void writeText(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private void write(ComparedUse line) {
        json.writeStartObject();
        json.writeStringProperty("use", line.use().name());
        json.writeStringProperty("from", line.use().period().from().toString());
        json.writeStringProperty("to", line.use().period().to().toString());
        PricedTwice priced = line.priced();
        json.writeStringProperty("usage", priced.usage().toCanonicalText(USAGE_DECIMALS));
        if (priced.isNetted()) {
            json.writeObjectPropertyStart("netted");
            json.writeStringProperty("old", priced.before().usage().toCanonicalText(USAGE_DECIMALS));
            json.writeStringProperty("new", priced.after().usage().toCanonicalText(USAGE_DECIMALS));
            json.writeEndObject();
        }
        writeSums(line.priced().before().total(), line.priced().after().total());
        json.writeEndObject();
    }

    private void write(Unknown unknown) {
        json.writeStartObject();
        json.writeStringProperty("use", UsesOption.named(unknown.use()).name());
        json.writeStringProperty("found", unknown.lack().found());
        json.writeEndObject();
    }

    private void writeSums(Money before, Money after) {
        json.writeStringProperty("old", before.toString());
        json.writeStringProperty("new", after.toString());
        json.writeStringProperty("difference", after.minus(before).toString());
    }

    private void write(UsesReport report) {
        ShadowSums accounts = report.accounts();
        json.writeObjectPropertyStart("accounts");
        json.writeNumberProperty("periods", report.uses());
        json.writeNumberProperty("accounts", accounts.bills());
        writeSums(accounts.before(), accounts.after());
        writeWho("more", accounts.more(), accounts.moreBy());
        writeWho("less", accounts.less(), accounts.lessBy());
        json.writeNumberProperty("same", accounts.same());
        json.writeObjectPropertyStart("unknown");
        report.unknown().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("quantiles");
        report.quantiles()
                .forEach(at -> json.writeStringProperty(
                        "" + at.percent(), at.difference().toString()));
        json.writeEndObject();
        write("hardest", report.hardest());
        write("eased", report.eased());
        json.writeEndObject();
    }

    private void writeWho(String who, long accounts, Money by) {
        json.writeObjectPropertyStart(who);
        json.writeNumberProperty("accounts", accounts);
        json.writeStringProperty("by", by.toString());
        json.writeEndObject();
    }

    private void write(String who, List<HardHit> accounts) {
        json.writeArrayPropertyStart(who);
        for (HardHit hit : accounts) {
            json.writeStartObject();
            json.writeStringProperty("account", hit.account());
            json.writeNumberProperty("periods", hit.bills());
            writeSums(hit.before(), hit.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeRevenue(SortedMap<Part, Sums> revenue) {
        json.writeArrayPropertyStart("revenue");
        revenue.forEach((part, sums) -> {
            json.writeStartObject();
            json.writeStringProperty(part.isTax() ? "tax" : "component", part.code());
            if (!part.band().isEmpty()) {
                json.writeStringProperty("band", part.band());
            }
            if (part.block() > 0) {
                json.writeNumberProperty("block", part.block());
            }
            writeSums(sums.before(), sums.after());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void write(HeldBoth curve) {
        json.writeStartObject();
        json.writeStringProperty("held", HeldWords.of(curve.held()));
        writeCliffs(curve);
        json.writeEndObject();
    }

    private void writeCliffs(HeldBoth curve) {
        json.writeArrayPropertyStart("cliffs");
        curve.both().cliffs(moreThan).forEach(this::write);
        json.writeEndArray();
    }

    private void write(Cliffs cliff) {
        json.writeStartObject();
        json.writeStringProperty("above", cliff.above().toCanonicalText(USAGE_DECIMALS));
        writeText("old", price(cliff.before()));
        writeText("new", price(cliff.after()));
        json.writeEndObject();
    }

    private static @Nullable String price(@Nullable Fraction price) {
        return price == null ? null : price.toText(PRICE_DECIMALS);
    }
}
