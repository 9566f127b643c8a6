package org.taswiya.store.validation;

import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ValidationOutcome.Doubtful;

/// A reading that validation found doubtful.
///
/// @param reading as it came in: actual or customer
/// @param unit in which its value was sent
public record Suspect(String usagePoint, Reading reading, Unit unit, Doubtful doubt) {}
