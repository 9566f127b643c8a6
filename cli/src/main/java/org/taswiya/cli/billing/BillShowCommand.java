package org.taswiya.cli.billing;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.cli.command.LookOption;
import org.taswiya.cli.document.ExplainCommand;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.cli.terminal.Look;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.Database;
import org.taswiya.store.bill.AccountBills;
import org.taswiya.store.bill.AccountBills.AccountBill;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.decision.CancelledBill;
import org.taswiya.store.input.FormerBills;
import org.taswiya.store.print.CertifiedCopies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya bill show`: one issued bill from the books, or all bills of an account with their notice.
@Command(
        name = "show",
        description = {
            "Shows one issued bill: what the books say of it, whether it stands, and how its customer reads it; or with"
                    + " --account the bills of an account that one run made, and the notice that goes out with them:"
                    + " their joint total, what is open from before apart from it, and by when to pay. What the old"
                    + " system billed the account comes before them.",
            "",
            "With --pdf the bill is drawn on paper, as it is sent to the customer; with --certified-copy as a copy of"
                    + " it, which is kept in the books and has no invoice inside.",
            "",
            "To tell it, the bill is made again from what was known when it was billed. One that cannot be made again"
                    + " as it was is shown by the rows of the books alone, and standard error says why.",
            "",
            "With --ubl or --cii it is the invoice under EN 16931 that programs read, from who the utility is"
                    + " (utility.yaml in its folder); a bill below zero is a credit note.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The bill, or every bill of the account, is shown.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage, or there is no such bill, or none of that account or run.",
            "3:A bill is shown by the rows of the books, but cannot be made again as it was; or it has no invoice."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bill show 0000000042BQ --lang en",
            "  ./taswiya bill show 0000000042BQ --json | jq .segments",
            "  ./taswiya bill show 0000000042BQ --ubl > 0000000042BQ.xml",
            "  ./taswiya bill show 0000000042BQ --pdf --form ar --out bill.pdf",
            "  ./taswiya bill show 0000000042BQ --pdf --certified-copy --author Ali --why tax",
            "  ./taswiya bill show --account 1204551837 --lang ar",
            "  ./taswiya bill show --account 1204551837 --run 3 --json | jq .notice"
        })
final class BillShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ReprintOptions options;

    @Parameters(
            paramLabel = "NUMBER",
            arity = "0..1",
            description = "The bill's number, ten digits and two check letters.")
    private @Nullable String number;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "Instead of one bill, those of this account with their notice.")
    private @Nullable String account;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "With --account, which run. Default: the last one that billed the account.")
    private @Nullable Long run;

    @Mixin
    private LanguageOption language;

    @Mixin
    private PaperOptions paper;

    @Mixin
    private CopyOptions copy;

    @Mixin
    private InvoiceOptions invoice;

    @Option(names = "--json", description = "What the books say, as one JSON object.")
    private boolean json;

    @Mixin
    private LookOption look;

    @Override
    public Integer call() throws IOException {
        String ofAccount = account;
        String ofBill = number;
        if ((ofBill == null) == (ofAccount == null)) {
            throw new ParameterException(spec.commandLine(), "name either a bill by its number or an --account");
        }
        if (run != null && ofAccount == null) {
            throw new ParameterException(spec.commandLine(), "--run goes with --account: a bill's number says its run");
        }
        String other = ofAccount != null ? "--account" : json ? "--json" : "";
        invoice.check(paper.isAsked() ? "--pdf" : other);
        paper.check(other, 1);
        copy.check(paper);
        if (paper.isAsked()) {
            PrintedBill.prepare(); // while the database starts
        }
        try (Database database = home.open()) {
            return ofAccount == null
                    ? showBill(database, shown(database, Objects.requireNonNull(ofBill)))
                    : showAccount(database, ofAccount);
        }
    }

    private ShownBill shown(Database database, String billNumber) throws IOException {
        List<BilledRange> range = options.ofBill(database, billNumber);
        List<ReprintedBill> bills = new ArrayList<>(1);
        Reprint.Rules rules = options.rules(database).withUseOf(paper.isAsked() ? BillToPrint.MONTHS_BEFORE : 0);
        Reprint.execute(database, rules, range, bills::add);
        ReprintedBill bill = bills.getFirst();
        return new ShownBill(
                bill,
                range.getFirst(),
                CancelledBill.of(database, bill.number()).orElse(null));
    }

    private int showBill(Database database, ShownBill shown) throws IOException {
        if (invoice.isAsked()) {
            return showInvoice(shown);
        }
        PrintWriter out = spec.commandLine().getOut();
        Look asked = look.look();
        if (json) {
            out.println(shown.json());
        } else if (paper.isAsked()) {
            switch (shown.bill()) {
                case ReprintedBill.Same same -> out.println(drawn(database, shown, same.toPrint()));
                case ReprintedBill.Different _ -> {
                    // what is wrong is said below, and no paper is made
                }
            }
        } else {
            shown.head(asked).forEach(out::println);
            CertifiedCopies.of(database, shown.bill().number())
                    .forEach(copied -> out.println("Certified copy " + copied.number() + " (" + copied.form() + ") of "
                            + copied.at() + " by " + copied.author() + ": " + copied.why()));
            out.println();
            switch (shown.bill()) {
                case ReprintedBill.Same same ->
                    out.print(ExplainCommand.told(
                            same.document(), options.library(database), language.language(), asked));
                case ReprintedBill.Different _ -> shown.rows(asked).forEach(out::println);
            }
        }
        out.flush();
        return code(shown.bill());
    }

    private String drawn(Database database, ShownBill shown, BillToPrint standing) throws IOException {
        BillToPrint bill = shown.cancelled() == null ? standing : standing.cancelled();
        return copy.isAsked()
                ? copy.write(
                        database,
                        shown.bill().number(),
                        bill,
                        paper,
                        PaperOptions.terms(options.library(database), options.profile(), paper.form()))
                : paper.write(bill, options.library(database), options.profile());
    }

    private int showInvoice(ShownBill shown) throws IOException {
        CancelledBill cancelled = shown.cancelled();
        if (cancelled != null) {
            spec.commandLine()
                    .getErr()
                    .println("taswiya: " + shown.bill().number() + " was cancelled on " + cancelled.cancelledOn()
                            + "; this is its invoice as it was");
        }
        return switch (shown.bill()) {
            case ReprintedBill.Same same -> invoice.print(same, options.profile(), language.language());
            case ReprintedBill.Different _ -> code(shown.bill());
        };
    }

    private int showAccount(Database database, String ofAccount) throws IOException {
        ShownFormerBills former =
                new ShownFormerBills(ofAccount, run == null ? FormerBills.ofAccount(database, ofAccount) : List.of());
        AccountBills found = AccountBills.of(database, ofAccount, run).orElse(null);
        if (found == null) {
            return showFormer(former);
        }
        List<ShownBill> bills = new ArrayList<>();
        for (AccountBill bill : found.bills()) {
            bills.add(shown(database, bill.number().toString()));
        }
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        ShownArrangements arranged = ShownArrangements.running(database, ofAccount, today);
        ShownBudget budget = ShownBudget.running(database, ofAccount, today);
        ShownNotice shown = new ShownNotice(found, bills, former, arranged, budget, options.library(database));
        PrintWriter out = spec.commandLine().getOut();
        Look asked = look.look();
        if (json) {
            out.println(shown.json());
        } else {
            former.lines(asked).forEach(out::println);
            bills.forEach(bill -> bill.head(asked).forEach(out::println));
            out.println();
            out.print(shown.text(language.language(), asked));
        }
        out.flush();
        return bills.stream().mapToInt(bill -> code(bill.bill())).max().orElse(ExitCode.GOOD);
    }

    /// An account that came from an old system and has not been billed since.
    private int showFormer(ShownFormerBills former) {
        if (former.bills().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no bill of account '" + former.account() + "'" + (run == null ? "" : " in run " + run));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(former.json());
        } else {
            former.lines(look.look()).forEach(out::println);
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private int code(ReprintedBill bill) {
        return switch (bill) {
            case ReprintedBill.Same _ -> ExitCode.GOOD;
            case ReprintedBill.Different(var stored, var reason, var found) -> {
                spec.commandLine()
                        .getErr()
                        .println("taswiya: " + stored.number() + " cannot be made again as it was: " + reason.code()
                                + ", " + found);
                yield ExitCode.SOME_REFUSED;
            }
        };
    }
}
