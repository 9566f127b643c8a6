package org.taswiya.cli.connection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.connection.Quote;
import org.taswiya.store.connection.StoredApplication;
import tools.jackson.core.JsonGenerator;

/// Applications as a clerk or a program reads them.
final class ConnectionText {
    private ConnectionText() {}

    /// `NC0000000001 of Client 1, account 0000000001: water, sanitation at premise L1: quoted since 2020-03-02,
    /// 7,020.00 DH to 2020-05-04`.
    static String line(StoredApplication one, Currency currency) {
        String account = one.account() == null ? "no account" : "account " + one.account();
        String place = one.premise() == null ? one.address() : "premise " + one.premise();
        String services = String.join(
                ", ",
                one.services().stream().map(StoredApplication.Service::service).toList());
        return one.number() + " of " + one.name() + ", " + account + ": " + services + " at " + place + ": "
                + one.state().code() + " since " + one.since() + rest(one, currency);
    }

    private static String rest(StoredApplication one, Currency currency) {
        StoredApplication.Quoted quote = one.quote();
        StoredApplication.Charge charge = one.charge();
        return switch (one.state()) {
            case RECEIVED, INCOMPLETE -> ", missing " + String.join(", ", one.missing());
            case QUOTED ->
                quote == null ? "" : ", " + currency.money(quote.quote().total()) + " to " + quote.validTo();
            case AGREED -> charge == null ? "" : ", open " + currency.money(charge.open()) + ", due " + charge.dueOn();
            case CONNECTED ->
                ", "
                        + String.join(
                                ", ",
                                one.services().stream()
                                        .map(ConnectionText::connected)
                                        .toList());
            case WORKS_ORDERED ->
                ", waiting "
                        + String.join(
                                ", ",
                                one.waiting().stream()
                                        .map(StoredApplication.Service::service)
                                        .toList());
            case ACCEPTED, PAID, REFUSED, WITHDRAWN, LAPSED -> "";
        };
    }

    private static String connected(StoredApplication.Service one) {
        return one.service()
                + (one.agreement() == null ? " in the bills of " + one.billedWith() : " as " + one.agreement());
    }

    static void application(JsonGenerator json, StoredApplication one) {
        json.writeStringProperty("application", one.number());
        text(json, "account", one.account());
        json.writeStringProperty("name", one.name());
        json.writeStringProperty("class", one.customerClass().code());
        text(json, "premise", one.premise());
        json.writeStringProperty("address", one.address());
        json.writeStringProperty("state", one.state().code());
        json.writeStringProperty("since", one.since().toString());
        texts(json, "missing", one.missing());
        texts(json, "there", one.there());
        services(json, one);
        quote(json, one.quote());
        StoredApplication.Charge charge = one.charge();
        text(json, "open", charge == null ? null : charge.open());
        text(json, "dueOn", charge == null ? null : charge.dueOn());
        text(json, "paidOn", charge == null || charge.isTakenBack() ? null : charge.settledOn());
    }

    private static void services(JsonGenerator json, StoredApplication one) {
        json.writeArrayPropertyStart("services");
        for (StoredApplication.Service service : one.services()) {
            json.writeStartObject();
            json.writeStringProperty("service", service.service());
            text(json, "billedWith", service.billedWith());
            text(json, "agreement", service.agreement());
            text(json, "connectedOn", service.connectedOn());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void quote(JsonGenerator json, StoredApplication.@Nullable Quoted quoted) {
        text(json, "validTo", quoted == null ? null : quoted.validTo());
        text(json, "quoted", quoted == null ? null : quoted.quote().total());
        json.writeArrayPropertyStart("quote");
        if (quoted != null) {
            for (Quote.Line line : quoted.quote().lines()) {
                json.writeStartObject();
                json.writeStringProperty("service", line.service());
                json.writeStringProperty("item", line.item());
                json.writeStringProperty("net", line.net().toString());
                json.writeStringProperty("taxRate", line.taxRate().toString());
                json.writeStringProperty("tax", line.tax().toString());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    static void steps(JsonGenerator json, StoredApplication one) {
        json.writeArrayPropertyStart("steps");
        for (StoredApplication.Step step : one.steps()) {
            json.writeStartObject();
            json.writeStringProperty("step", step.step().code());
            json.writeStringProperty("on", step.on().toString());
            json.writeStringProperty("to", step.to().code());
            texts(json, "documents", step.documents());
            json.writeStringProperty("author", step.change().author());
            json.writeStringProperty("at", step.change().at().toString());
            json.writeStringProperty("why", step.change().reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        json.writeString(value == null ? null : value.toString());
    }

    /// `, overdue since 2020-03-04`, or `, to be done by 2020-03-04`; nothing where there is no target.
    static String target(@Nullable LocalDate target, boolean isOverdue) {
        return target == null ? "" : (isOverdue ? ", overdue since " : ", to be done by ") + target;
    }
}
