package org.taswiya.web;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Channel;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.MailboxGateway;
import org.taswiya.run.sending.SmtpGateway;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// By what e-mails go, and whose address they bear.
final class MailOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--mailbox",
            paramLabel = "FOLDER",
            description = "Put e-mails, those with the codes too, into this folder, to be looked at.")
    private @Nullable Path mailbox;

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "Send e-mails by this server, which relays for this machine. Default: all messages wait for"
                    + " `deliver send`.")
    private @Nullable String smtp;

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Whose address e-mails bear.")
    private String from = "";

    /// Where nothing else was said, e-mails are put into a folder.
    void orInto(Path folder) {
        if (mailbox == null && smtp == null) {
            mailbox = folder;
            from = "demo@example.org";
        }
    }

    /// Where e-mails are put; null where they are sent or wait.
    @Nullable Path mailbox() {
        return mailbox;
    }

    void requireSound() {
        if (mailbox != null && smtp != null) {
            throw wrong("--mailbox and --smtp do not go together; keep one");
        }
        boolean isMail = mailbox != null || smtp != null;
        if (isMail && from.isEmpty()) {
            throw wrong("--from is missing: whose address e-mails bear");
        }
        if (!from.isEmpty()) {
            Channel.EMAIL.fault(from).ifPresent(fault -> {
                throw wrong("--from: " + fault);
            });
        }
        if (smtp != null && !smtp.matches(".+:[0-9]{1,5}")) {
            throw wrong("--smtp takes HOST:PORT; found " + smtp);
        }
    }

    /// By which they are sent; null where they wait.
    @Nullable Gateway gateway() throws IOException {
        if (smtp == null) {
            return mailbox == null ? null : new MailboxGateway(mailbox, Channel.EMAIL, from, null);
        }
        int colon = smtp.lastIndexOf(':');
        return new SmtpGateway(smtp.substring(0, colon), Integer.parseInt(smtp.substring(colon + 1)), from, null);
    }

    private ParameterException wrong(String said) {
        return new ParameterException(spec.commandLine(), said);
    }
}
