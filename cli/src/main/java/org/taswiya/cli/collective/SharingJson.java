package org.taswiya.cli.collective;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.collective.Apportionment.Part;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.collective.BillSharing.SharedBill;
import org.taswiya.store.collective.SubMeter;
import tools.jackson.core.JsonGenerator;

/// Sub-meters and bills shared out, for a program. Quantities are exact: `n` or `n/d`.
final class SharingJson {
    private SharingJson() {}

    static String list(List<SubMeter> behind) {
        return JsonLine.value(json -> {
            json.writeStartArray();
            for (SubMeter one : behind) {
                json.writeStartObject();
                json.writeStringProperty("usagePoint", one.sub());
                json.writeStringProperty("behind", one.main());
                json.writeNumberProperty("share", one.share());
                json.writeStringProperty("from", one.from().toString());
                LocalDate to = one.to();
                if (to != null) {
                    json.writeStringProperty("to", to.toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String shared(SharedBill bill) {
        return JsonLine.value(json -> {
            json.writeStartObject();
            json.writeStringProperty("bill", bill.number().toString());
            json.writeStringProperty("main", bill.main());
            json.writeStringProperty("unit", bill.unit().symbol());
            json.writeStringProperty("from", bill.days().from().toString());
            json.writeStringProperty("to", bill.days().to().toString());
            json.writeStringProperty("total", bill.apportionment().total().toString());
            quantity(json, "counted", bill.apportionment().main());
            quantity(json, "common", bill.apportionment().common());
            json.writeNumberProperty("leftOver", bill.apportionment().leftOver());
            json.writeArrayPropertyStart("parts");
            bill.apportionment().parts().forEach(part -> part(json, part));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void part(JsonGenerator json, Part part) {
        json.writeStartObject();
        json.writeStringProperty("usagePoint", part.usagePoint());
        quantity(json, "own", part.own());
        quantity(json, "ofCommon", part.ofCommon());
        json.writeStringProperty("amount", part.amount().toString());
        json.writeBooleanProperty("hasLeftOver", part.hasLeftOver());
        json.writeEndObject();
    }

    private static void quantity(JsonGenerator json, String name, Fraction quantity) {
        json.writeStringProperty(name, quantity.toString());
    }
}
