package org.taswiya.cli;

import java.io.IOException;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which utility a command works for: whose policies and calendar hold. The price books in use are those of all
/// utilities, since an agreement names its tariff with its utility.
final class UtilityOption {
    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--utility",
            paramLabel = "NAME",
            description = "Whose policies and calendar hold: policies.yaml and calendar.yaml in its folder below the"
                    + " utilities. Default: ${DEFAULT-VALUE}.")
    private String utility = "casablanca";

    TariffLibrary library() {
        return utilities.library();
    }

    /// The same for whoever bills: refused when a price book of the utility has a fault, or it has none.
    TariffLibrary faultlessLibrary() throws IOException {
        return utilities.faultlessLibrary(utility);
    }

    /// What it decides about estimates, settlements and bills before they leave.
    PolicyReading.Read policies() throws IOException {
        return utilities.policies(utility);
    }

    /// When it reads and bills.
    BillingCalendar calendar() throws IOException {
        return utilities.calendar(utility);
    }
}
