package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.LanguageOption;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.announcement.AnnouncementSamples;
import org.taswiya.deliver.announcement.AnnouncementWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya deliver preview`: what messages say.
@Command(
        name = "preview",
        description = {
            "Shows what customers are told beside bills, one sample of each kind, as an e-mail and as a short message."
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

    @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, such as outage or payment.")
    private @Nullable String kind;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Language in = language.language();
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
}
