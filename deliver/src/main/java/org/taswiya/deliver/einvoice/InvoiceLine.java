package org.taswiya.deliver.einvoice;

import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// One line of an invoice (BG-25).
///
/// @param description BT-154; may be empty
/// @param quantity BT-129; bears the sign, because a price never does (BR-27)
/// @param unitCode BT-130, of UN/ECE Recommendation 20
/// @param price BT-146, of one unit before tax
/// @param net BT-131
/// @param properties BG-32
public record InvoiceLine(
        String name,
        String description,
        Decimal quantity,
        String unitCode,
        Decimal price,
        Money net,
        DateRange period,
        EInvoice.VatRate vat,
        List<Property> properties) {

    /// Something that is said of what is charged.
    public record Property(String name, String value) {}

    public InvoiceLine {
        properties = List.copyOf(properties);
        if (price.signum() < 0 || net.signum() * quantity.signum() < 0) {
            throw new IllegalArgumentException(name + ": " + quantity + " at " + price + " is not " + net);
        }
    }
}
