package org.taswiya.cli.message;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.MessageRules;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.MailboxGateway;
import org.taswiya.run.sending.SmtpGateway;
import org.taswiya.run.sms.HttpSmsGateway;
import org.taswiya.run.sms.SmppGateway;
import org.taswiya.store.Database;
import org.taswiya.store.message.Receipts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// To whom messages are handed: one of several ways, each with what belongs to it.
final class GatewayOptions {
    /// Whose address a letter bears.
    private static final String NOBODY = "nobody@letters.invalid";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "E-mails: the server.")
    private @Nullable String smtp;

    @Option(
            names = "--mailbox",
            paramLabel = "FOLDER",
            description = "Put e-mails into this folder instead of sending them, a file each, to be looked at.")
    private @Nullable Path mailbox;

    @Option(names = "--text-messages", description = "With --mailbox: text messages instead of e-mails.")
    private boolean isText;

    @Option(
            names = "--letters",
            paramLabel = "FOLDER",
            description = "Letters: put what goes by post into this folder, a PDF each, for whoever prints it. Bills"
                    + " of a whole run are better printed by `print bills`.")
    private @Nullable Path letters;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Whose address e-mails bear.")
    private String from = "";

    @Mixin
    private DkimOptions dkim;

    @Option(
            names = "--sms-http",
            paramLabel = "URL",
            description = "Text messages: a gateway that speaks HTTP as Kannel's sendsms does.")
    private @Nullable URI http;

    @Mixin
    private SmsOptions sms;

    @Option(
            names = "--sms-sender",
            paramLabel = "NAME",
            description = "Whose text messages they are: at most 11 letters and digits, or a number. Default: the"
                    + " utility's in messages.yaml.")
    private String sender = "";

    @Option(
            names = "--sms-receipts",
            paramLabel = "URL",
            description = "Where the HTTP gateway reports to: what `deliver receipts` serves. Default: nothing is"
                    + " asked of it.")
    private String receipts = "";

    @Mixin
    private PushOptions push;

    boolean isSms() {
        return http != null || sms.isSmpp();
    }

    /// What was named, for words; where it is, not who we are to it.
    String name() {
        Path folder = letters != null ? letters : mailbox;
        if (folder != null) {
            return folder.toString();
        }
        return smtp != null ? smtp : http != null ? http.toString() : push.isPush() ? "the push service" : sms.named();
    }

    /// Checked, not yet connected.
    Gateway gateway(MessageRules rules, Database database, ReceiptProgress progress) throws IOException {
        long named =
                Stream.of(mailbox, letters, smtp, http).filter(Objects::nonNull).count();
        long ways = named + (sms.isSmpp() ? 1 : 0) + (push.isPush() ? 1 : 0);
        if (ways != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "one of --smtp, --sms-http, --smpp, --push-key, --letters and --mailbox says who carries the"
                            + " messages");
        }
        if (dkim.isNamed() && smtp == null && (mailbox == null || isText)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dkim-key, --dkim-domain and --dkim-selector are of e-mails: --smtp, --mailbox");
        }
        if (mailbox != null) {
            Channel channel = isText ? Channel.SMS : Channel.EMAIL;
            return new MailboxGateway(folder("--mailbox", mailbox), channel, sender(), dkim.signer(from));
        }
        if (letters != null) {
            return new MailboxGateway(folder("--letters", letters), Channel.POST, NOBODY, null);
        }
        if (smtp != null) {
            return mail(smtp);
        }
        if (push.isPush()) {
            return push.gateway();
        }
        String as = sms.sender(sender, rules.smsSender());
        if (http != null) {
            return new HttpSmsGateway(sms.http(http, as, receipts), SmsOptions.ANSWER_MOST);
        }
        return new SmppGateway(
                sms.smpp(as),
                SmppGateway.ANSWER_MOST,
                receipt -> progress.taken(receipt, Receipts.take(database, receipt, Instant.now())));
    }

    /// Looked at before anything waits for it.
    private Path folder(String option, Path named) {
        if (Files.exists(named) && !Files.isDirectory(named)) {
            throw new ParameterException(spec.commandLine(), option + ": " + named + " is no folder");
        }
        return named;
    }

    private Gateway mail(String server) throws IOException {
        ServerAddress where = ServerAddress.of(spec.commandLine(), "--smtp", server);
        return new SmtpGateway(where.host(), where.port(), sender(), dkim.signer(from));
    }

    private String sender() {
        Channel.EMAIL.fault(from).ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), "--from: " + fault);
        });
        return from;
    }
}
