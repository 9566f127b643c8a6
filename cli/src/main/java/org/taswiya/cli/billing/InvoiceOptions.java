package org.taswiya.cli.billing;

import java.io.PrintWriter;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.einvoice.BillInvoice;
import org.taswiya.deliver.einvoice.CiiInvoice;
import org.taswiya.deliver.einvoice.EInvoiceOutcome;
import org.taswiya.deliver.einvoice.UblInvoice;
import org.taswiya.run.ReprintedBill;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Asks for a bill as the invoice that programs read.
final class InvoiceOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--ubl", description = "The invoice under EN 16931, in UBL 2.1.")
    private boolean ubl;

    @Option(names = "--cii", description = "The same as a Cross Industry Invoice, as Factur-X wants it.")
    private boolean cii;

    boolean isAsked() {
        return ubl || cii;
    }

    /// Refuses what does not go together.
    ///
    /// @param other what is asked for besides and is no invoice, such as `--json`; empty when nothing is
    void check(String other) {
        if (ubl && cii) {
            throw new ParameterException(spec.commandLine(), "--ubl and --cii exclude each other");
        }
        if (isAsked() && !other.isEmpty()) {
            throw new ParameterException(spec.commandLine(), (ubl ? "--ubl" : "--cii") + " does not go with " + other);
        }
    }

    /// Prints the invoice, or why there is none.
    ///
    /// @return the exit code
    int print(ReprintedBill.Same bill, UtilityProfile sender, Language language) {
        return switch (BillInvoice.of(bill.document(), bill.preceding(), sender, language)) {
            case EInvoiceOutcome.Made(var invoice) -> {
                PrintWriter out = spec.commandLine().getOut();
                out.print(ubl ? UblInvoice.of(invoice) : CiiInvoice.of(invoice));
                out.flush();
                yield ExitCode.GOOD;
            }
            case EInvoiceOutcome.Refused(var reason, var found) -> {
                spec.commandLine().getErr().println("taswiya: there is no invoice: " + reason.code() + ", " + found);
                yield ExitCode.SOME_REFUSED;
            }
        };
    }
}
