package org.taswiya.cli.message;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.sms.HttpSmsGateway;
import org.taswiya.run.sms.SmppAccess;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Who carries text messages, and as whom we come to them. A password is never on the command line, where every other
/// user of the machine could read it.
final class SmsOptions {
    static final Duration ANSWER_MOST = Duration.ofSeconds(30);

    private static final String PASSWORD = "TASWIYA_SMS_PASSWORD";

    /// What GSM lets a sender be called.
    private static final String SENDER = "[A-Za-z0-9 ._-]{1,11}|\\+?[0-9]{3,15}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--smpp", paramLabel = "HOST:PORT", description = "An SMSC that speaks SMPP 3.4.")
    private @Nullable String smpp;

    @Option(
            names = "--sms-user",
            paramLabel = "NAME",
            description = "As whom we come to it: its system_id or username.")
    private String user = "";

    @Option(
            names = "--sms-password-file",
            paramLabel = "FILE",
            description = "The password, in its first line. Default: what " + PASSWORD + " holds.")
    private @Nullable Path passwordFile;

    boolean isSmpp() {
        return smpp != null;
    }

    /// The SMSC, for words.
    String named() {
        return smpp == null ? "" : smpp;
    }

    SmppAccess smpp(String sender) throws IOException {
        ServerAddress server = ServerAddress.of(spec.commandLine(), "--smpp", smpp == null ? "" : smpp);
        return new SmppAccess(server.host(), server.port(), user(), password(), sender);
    }

    HttpSmsGateway.Access http(URI sendsms, String sender, String receipts) throws IOException {
        String scheme = sendsms.getScheme();
        if (sendsms.getHost() == null || scheme == null || !scheme.matches("https?") || sendsms.getQuery() != null) {
            throw fault(
                    "--sms-http takes an address such as http://kannel:13013/cgi-bin/sendsms, found '" + sendsms + "'");
        }
        return new HttpSmsGateway.Access(sendsms, user(), password(), sender, receipts);
    }

    /// @param stated on the command line; else the utility's
    String sender(String stated, String ofUtility) {
        String sender = stated.isEmpty() ? ofUtility : stated;
        if (!sender.matches(SENDER)) {
            throw fault(
                    "--sms-sender takes a name of at most 11 letters and digits, or a number, found '" + sender + "'");
        }
        return sender;
    }

    private String user() {
        if (user.isEmpty()) {
            throw fault("--sms-user names as whom we come to the gateway");
        }
        return user;
    }

    String password() throws IOException {
        Path file = passwordFile;
        String password = file == null
                ? System.getenv(PASSWORD)
                : Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
        if (password == null || password.isBlank()) {
            throw fault("there is no password: --sms-password-file FILE holds it in its first line, or " + PASSWORD);
        }
        return password.strip();
    }

    private ParameterException fault(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
