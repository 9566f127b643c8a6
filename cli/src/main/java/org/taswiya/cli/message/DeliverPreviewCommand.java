package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.announcement.AnnouncementSamples;
import org.taswiya.deliver.announcement.AnnouncementWords;
import org.taswiya.deliver.bill.ToldBill;
import org.taswiya.deliver.mail.BillMail;
import org.taswiya.deliver.mail.MailText;
import org.taswiya.deliver.sms.BillSms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya deliver preview`: what messages say.
@Command(
        name = "preview",
        description = {
            "Shows what customers are told of bills and beside them, at least one sample of each kind, as an e-mail and"
                    + " as a short message."
                    + " The words lie in the files texts_ar, texts_fr and texts_en.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:They are shown.", "1:Taswiya or the machine under it failed.", "2:Wrong usage."},
        footer = {"", "Examples:", "  ./taswiya deliver preview --lang ar", "  ./taswiya deliver preview --kind outage"
        })
final class DeliverPreviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LanguageOption language;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, such as bill, outage or payment.")
    private @Nullable String kind;

    /// Of marketing no text is known.
    private static final List<String> KINDS = Arrays.stream(Cause.Kind.values())
            .filter(one -> one != Cause.Kind.MARKETING)
            .map(Cause.Kind::code)
            .toList();

    private static final List<Money> TOTALS = List.of(Money.parse("242.32"), Money.parse("-31.50"), Money.ZERO);
    private static final LocalDate DUE = LocalDate.of(2020, 6, 30);

    @Override
    public Integer call() {
        if (kind != null && !KINDS.contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(), "--kind takes one of " + String.join(", ", KINDS) + ", found '" + kind + "'");
        }
        PrintWriter out = spec.commandLine().getOut();
        Language in = language.language();
        if (kind == null || kind.equals(Cause.Kind.BILL.code())) {
            TOTALS.forEach(total -> bill(out, in, total));
        }
        AnnouncementSamples.all().forEach(sample -> {
            String code = sample.kind().code();
            if (kind == null || kind.equals(code)) {
                AnnouncementWords words =
                        AnnouncementWords.of(sample, AnnouncementSamples.ACCOUNT, AnnouncementSamples.CURRENCY, in);
                out.println("[" + code + "] " + words.subject());
                words.lines().forEach(line -> out.println("  " + line));
                out.println("  sms: " + words.brief());
                out.println();
            }
        });
        out.flush();
        return ExitCode.GOOD;
    }

    private static void bill(PrintWriter out, Language in, Money total) {
        String account = AnnouncementSamples.ACCOUNT;
        ToldBill bill = ToldBill.sample(in, account, AnnouncementSamples.CURRENCY, total, DUE);
        MailText mail = BillMail.of(bill, UtilityProfile.plain("utility"), "");
        out.println("[" + Cause.Kind.BILL.code() + "] " + mail.subject());
        mail.text().lines().filter(line -> !line.isBlank()).forEach(line -> out.println("  " + line));
        out.println("  sms: " + BillSms.of(bill).text());
        out.println();
    }
}
