package org.taswiya.cli.shadow;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.run.ShadowReport;
import org.taswiya.run.ShadowReport.Bin;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.run.ShadowSums;
import org.taswiya.store.run.Cycle;
import tools.jackson.core.JsonGenerator;

/// What a shadow run found, for a program. Amounts are texts with two decimals, as everywhere.
final class ShadowJson {
    private final JsonGenerator json;

    private ShadowJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Cycle cycle, ShadowBooks books, ShadowReport report) {
        return JsonLine.object(json -> new ShadowJson(json).write(cycle, books, report));
    }

    private void write(Cycle cycle, ShadowBooks books, ShadowReport report) {
        json.writeStringProperty("to", cycle.billTo().toString());
        json.writeStringProperty("on", cycle.billedOn().toString());
        list("books", books.pairs(), this::write);
        json.writeNumberProperty("accounts", report.accounts());
        json.writeName("all");
        write(report.all());
        json.writeName("byAccount");
        write(report.byAccount());
        sums("byClass", report.byClass(), name -> json.writeStringProperty("class", name));
        sums("byTariff", report.byTariff(), supply -> {
            json.writeStringProperty("service", supply.service());
            json.writeStringProperty("tariff", supply.tariff());
        });
        sums("byBlock", report.byBlock(), block -> {
            json.writeStringProperty("tariff", block.tariff());
            json.writeNumberProperty("block", block.number());
        });
        list("histogram", report.bins(), this::write);
        list("hardest", report.hardest(), this::write);
        list("eased", report.eased(), this::write);
        json.writeName("otherBooks");
        write(report.others());
        write("caused", report.caused());
        write("withheld", report.withheld());
        json.writeNumberProperty("failed", report.failed());
    }

    private <T> void list(String name, Collection<T> items, Consumer<T> write) {
        json.writeArrayPropertyStart(name);
        items.forEach(write);
        json.writeEndArray();
    }

    /// @param named writes what each of the sums is of
    private <T> void sums(String name, Map<T, ShadowSums> all, Consumer<T> named) {
        list(name, all.entrySet(), one -> {
            json.writeStartObject();
            named.accept(one.getKey());
            fields(one.getValue());
            json.writeEndObject();
        });
    }

    private void write(ShadowBooks.Pair pair) {
        json.writeStartObject();
        json.writeStringProperty("old", pair.old().id());
        json.writeStringProperty("new", pair.named());
        json.writeEndObject();
    }

    private void write(ShadowSums sums) {
        json.writeStartObject();
        fields(sums);
        json.writeEndObject();
    }

    private void fields(ShadowSums sums) {
        json.writeNumberProperty("bills", sums.bills());
        money("old", sums.before());
        money("new", sums.after());
        money("difference", sums.difference());
        json.writeNumberProperty("more", sums.more());
        money("moreBy", sums.moreBy());
        json.writeNumberProperty("less", sums.less());
        money("lessBy", sums.lessBy());
        json.writeNumberProperty("same", sums.same());
    }

    private void money(String name, Money money) {
        json.writeStringProperty(name, money.toString());
    }

    private void write(Bin bin) {
        json.writeStartObject();
        json.writeStringProperty("pays", bin.direction() > 0 ? "more" : bin.direction() < 0 ? "less" : "same");
        money("over", bin.over());
        Money upTo = bin.upTo();
        if (upTo == null) {
            json.writeNullProperty("upTo");
        } else {
            money("upTo", upTo);
        }
        json.writeNumberProperty("bills", bin.bills());
        money("sum", bin.sum());
        json.writeEndObject();
    }

    private void write(HardHit hit) {
        json.writeStartObject();
        json.writeStringProperty("account", hit.account());
        json.writeStringProperty("class", hit.customerClass());
        json.writeNumberProperty("bills", hit.bills());
        money("old", hit.before());
        money("new", hit.after());
        money("difference", hit.difference());
        json.writeEndObject();
    }

    private void write(String name, SortedMap<String, Long> reasons) {
        json.writeObjectPropertyStart(name);
        reasons.forEach((reason, count) -> json.writeNumberProperty(reason, (long) count));
        json.writeEndObject();
    }
}
