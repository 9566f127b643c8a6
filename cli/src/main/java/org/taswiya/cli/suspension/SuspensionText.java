package org.taswiya.cli.suspension;

import java.util.stream.Collectors;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.deliver.json.JsonLine;

/// A suspension in a sentence, and as an object.
final class SuspensionText {
    private SuspensionText() {}

    static String of(Suspension one) {
        if (one.from().equals(one.to())) {
            return one.reference() + " was taken back: nothing is stopped.";
        }
        return one.reference() + " stops " + activities(one) + " "
                + (one.area() == null ? "everywhere" : "in " + one.area()) + " from " + one.from()
                + (one.to() == null ? " on" : " to " + one.to().minusDays(1)) + ", under " + one.legalReference() + ".";
    }

    private static String activities(Suspension one) {
        return one.activities().stream().map(Activity::code).collect(Collectors.joining(", "));
    }

    static String json(Suspension one) {
        return JsonLine.object(json -> {
            json.writeStringProperty("suspension", one.reference());
            json.writeArrayPropertyStart("stops");
            one.activities().forEach(activity -> json.writeString(activity.code()));
            json.writeEndArray();
            json.writeStringProperty("area", one.area());
            json.writeStringProperty("from", one.from().toString());
            json.writeStringProperty("to", one.to() == null ? null : one.to().toString());
            json.writeStringProperty("legalReference", one.legalReference());
        });
    }
}
