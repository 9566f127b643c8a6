package org.taswiya.intake.urdb;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;

/// The fields that no price of a month is made of.
final class KnownFields {

    /// What a record says of itself and of whom it is for.
    private static final Set<String> INFORMATION = Set.of(
            "name",
            "utility",
            "label",
            "uri",
            "sector",
            "servicetype",
            "source",
            "sourceparent",
            "sourcereference",
            "eiaid",
            "approved",
            "is_default",
            "revisions",
            "startdate",
            "enddate",
            "effectivedate",
            "latest_update",
            "supersedes",
            "supercedes",
            "description",
            "note",
            "basicinformationcomments",
            "energycomments",
            "demandcomments",
            "energytoulabels",
            "demandlabels",
            "country",
            "phasewiring",
            "voltagecategory",
            "voltageminimum",
            "voltagemaximum",
            "peakkwcapacitymin",
            "peakkwcapacitymax",
            "peakkwcapacityhistory",
            "peakkwhusagemin",
            "peakkwhusagemax",
            "peakkwhusagehistory",
            "mindemand",
            "maxdemand",
            "servicemax",
            "demandwindow",
            "coincidentschedule",
            "coincidentrateschedule",
            "coincidentrateunit",
            "dgrules",
            "usenetmetering");

    /// Such as a discount for a voltage: it is in words whom it is for.
    private static final String WORDS = "somebody to read whom it is for";

    /// What is about money and would need more than a month's usage and demand.
    private static final Map<String, String> NOT_SUPPORTED = Map.ofEntries(
            entry("demandreactivepowercharge", "reactive power"),
            entry("demandreactpwrcharge", "reactive power"),
            entry("coincidentratestructure", "the demand at the hour of the system's peak"),
            entry("lookbackpercent", "the demand of the months before"),
            entry("lookbackrange", "the demand of the months before"),
            entry("lookbackmonths", "the demand of the months before"),
            entry("demandratchetpercentage", "the demand of the months before"),
            entry("fueladjustmentsmonthly", "prices that differ from month to month"),
            entry("fixedchargeeaaddl", "the number of meters"),
            entry("annualmincharge", "a year of bills"),
            entry("energyattrs", WORDS),
            entry("demandattrs", WORDS),
            entry("fixedattrs", WORDS));

    private KnownFields() {}

    /// Says what became of each that the record has.
    static void tell(RecordFields fields) {
        INFORMATION.forEach(name -> fields.use(name, RateField.Use.INFORMATION, ""));
        NOT_SUPPORTED.forEach((name, needs) -> {
            boolean isNothing = fields.value(name).map(KnownFields::isNothing).orElse(true);
            fields.use(
                    name,
                    isNothing ? RateField.Use.INFORMATION : RateField.Use.NOT_SUPPORTED,
                    isNothing ? "" : "needs " + needs);
        });
    }

    /// Whether it is zero, or a list of nothing but zeros: it charges nobody anything.
    private static boolean isNothing(JsonValue value) {
        return switch (value) {
            case JsonNumber number -> isZero(number);
            case JsonText text -> text.text().isBlank() || isZero(text);
            case JsonArray array -> array.values().stream().allMatch(KnownFields::isNothing);
            case JsonObject object -> object.fields().values().stream().allMatch(KnownFields::isNothing);
            default -> true;
        };
    }

    private static boolean isZero(JsonValue value) {
        return RecordFields.numberOf(value)
                .filter(number -> number.signum() == 0)
                .isPresent();
    }

    /// What a month's price lacks, and what may surprise in it, one sentence each.
    static List<String> notes(List<RateField> report) {
        List<String> sentences = new ArrayList<>();
        for (RateField field : report) {
            switch (field.use()) {
                case NOT_SUPPORTED -> sentences.add(field.name() + " is left out: it " + field.why());
                case UNKNOWN -> sentences.add(field.name() + " is left out: nothing is known of such a field");
                case PRICED -> {
                    if (!field.why().isEmpty()) {
                        sentences.add(field.name() + " " + field.why());
                    }
                }
                case INFORMATION -> {}
            }
        }
        return sentences;
    }
}
