package org.taswiya.cli.pricing;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.PriceCurve;
import org.taswiya.core.tariff.PriceCurve.Cliff;
import org.taswiya.core.tariff.PriceCurve.Piece;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.json.JsonLine;
import tools.jackson.core.JsonGenerator;

/// What the next unit costs, in a table for people or as one JSON object.
///
/// @param curves one, or one for each time band
record CurveText(Tariff tariff, DateRange period, List<HeldCurve> curves, Fraction moreThan) {
    private static final int DECIMALS = 4;
    private static final int USAGE_DECIMALS = 3;
    private static final String ROW = "%-20s  %14s  %14s  %14s%n";

    void write(PrintWriter out) {
        out.printf("%s, %s to %s, %s with all taxes%n", tariff.id(), period.from(), period.to(), tariff.currency());
        curves.forEach(curve -> write(curve, out));
    }

    private void write(HeldCurve held, PrintWriter out) {
        String unit = tariff.unit().symbol();
        out.println();
        if (!held.inWords().isEmpty()) {
            out.println("Held: " + held.inWords());
            out.println();
        }
        out.printf(ROW, "USAGE IN " + unit, "THE NEXT " + unit, "IN ALL", "A " + unit);
        for (Piece piece : held.curve().pieces()) {
            Fraction to = piece.to();
            out.printf(
                    ROW,
                    to == null ? "above " + usage(piece.from()) : usage(piece.from()) + " to " + usage(to),
                    money(piece.marginal()),
                    to == null ? "" : money(piece.at(to)),
                    to == null ? "" : money(piece.at(to).dividedBy(to)));
        }
        writeCliffs(held.curve(), unit, out);
        held.beside()
                .forEach((band, price) -> out.printf(
                        "One more %s in %s alone, beside the month of the profile: %s%n", unit, band, money(price)));
    }

    private void writeCliffs(PriceCurve curve, String unit, PrintWriter out) {
        List<Cliff> cliffs = curve.cliffs(moreThan);
        out.println();
        out.println(cliffs.isEmpty() ? "No cliffs." : "Cliffs:");
        for (Cliff cliff : cliffs) {
            out.printf("  the next %s above %s costs %s%n", unit, usage(cliff.above()), money(cliff.nextUnit()));
        }
    }

    void writeJson(PrintWriter out) {
        String line = JsonLine.object(json -> {
            json.writeStringProperty("tariff", tariff.id());
            json.writeStringProperty("from", period.from().toString());
            json.writeStringProperty("to", period.to().toString());
            json.writeStringProperty("unit", tariff.unit().symbol());
            json.writeStringProperty("currency", tariff.currency());
            if (tariff.isOfUsageAlone()) {
                write(curves.getFirst().curve(), json);
            } else {
                json.writeArrayPropertyStart("curves");
                curves.forEach(held -> write(held, json));
                json.writeEndArray();
            }
        });
        out.print(line);
        out.print('\n');
    }

    private void write(HeldCurve held, JsonGenerator json) {
        json.writeStartObject();
        if (held.held().band() != null) {
            json.writeStringProperty("band", held.held().band());
        }
        json.writeStringProperty("held", held.inWords());
        write(held.curve(), json);
        json.writeObjectPropertyStart("oneMoreIn");
        held.beside().forEach((band, price) -> json.writeStringProperty(band, money(price)));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(PriceCurve curve, JsonGenerator json) {
        json.writeArrayPropertyStart("pieces");
        for (Piece piece : curve.pieces()) {
            write(piece, json);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("cliffs");
        for (Cliff cliff : curve.cliffs(moreThan)) {
            json.writeStartObject();
            json.writeStringProperty("above", usage(cliff.above()));
            json.writeStringProperty("nextUnit", money(cliff.nextUnit()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(Piece piece, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("above", usage(piece.from()));
        @Nullable Fraction to = piece.to();
        if (to == null) {
            json.writeNullProperty("upTo");
        } else {
            json.writeStringProperty("upTo", usage(to));
        }
        json.writeStringProperty("nextUnit", money(piece.marginal()));
        json.writeStringProperty("begins", money(piece.cost()));
        json.writeStringProperty("jump", money(piece.jump()));
        json.writeEndObject();
    }

    private static String usage(Fraction usage) {
        return usage.toCanonicalText(USAGE_DECIMALS);
    }

    private static String money(Fraction amount) {
        return amount.toText(DECIMALS);
    }
}
