package org.taswiya.cli.payment;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.cli.terminal.Look;
import org.taswiya.deliver.explain.ReceiptText;
import org.taswiya.deliver.explain.ReceiptText.PaidPage;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.deliver.print.PrintedAccountPaper.AccountSheet;
import org.taswiya.run.ReceiptSheet;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Receipts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya pay show`: a receipt.
@Command(
        name = "show",
        description = {
            "Shows the receipt for a payment as its customer reads it: what it settled when it came, the stamp duty,"
                    + " and the credit that it left.",
            "",
            "With --pdf it is drawn on paper, with the amount in words and what is to be paid on the account today.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The receipt is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such receipt."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya pay show R0000000042BQ --lang en",
            "  ./taswiya pay show R0000000042BQ --pdf --form ar --out receipt.pdf",
            "  ./taswiya pay show R0000000042BQ --json | jq .settled"
        })
final class PayShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "RECEIPT", description = "The receipt's number: an R, ten digits and two letters.")
    private String number = "";

    @Mixin
    private LanguageOption language;

    @Mixin
    private LookOption look;

    @Mixin
    private PaperOptions paper;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        paper.check(json ? "--json" : "", 1);
        PrintWriter out = spec.commandLine().getOut();
        try (Database database = home.open()) {
            Receipt receipt = Receipts.of(database, ReceiptParameter.parse(spec, number))
                    .orElseThrow(() -> ReceiptParameter.unknown(spec, number));
            if (json) {
                out.println(JsonLine.object(object -> PaymentJson.receipt(object, receipt)));
            } else if (paper.isAsked()) {
                out.println(drawn(database, receipt));
            } else {
                out.print(text(ReceiptSheet.page(receipt, currency(database, receipt))));
            }
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private String text(PaidPage page) {
        return ReceiptText.of(page, language.language(), look.look() == Look.COLOURED);
    }

    private String drawn(Database database, Receipt receipt) throws IOException {
        AccountSheet sheet =
                ReceiptSheet.of(database, receipt, currency(database, receipt), LocalDate.now(ZoneId.systemDefault()));
        String account = receipt.payment().account();
        return paper.write(sheet, receipt.number().toString(), paper.issuer(database, account, utilities));
    }

    private String currency(Database database, Receipt receipt) {
        return AccountTariffs.of(database, receipt.payment().account(), utilities.library(database))
                .currency();
    }
}
