package org.taswiya.cli.message;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.taswiya.deliver.push.PushKey;
import org.taswiya.run.sending.PushGateway;
import org.taswiya.run.sending.PushReach;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// As whom we come to push services.
public final class PushOptions {
    private static final String CONTACT = "mailto:[^\\s@\"\\\\]+@[^\\s@\"\\\\]+|https://[^\\s\"\\\\]+";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--push-key",
            paramLabel = "FILE",
            description = "Push messages to browsers: the keys that `deliver push-key` made.")
    private @Nullable Path key;

    @Option(
            names = "--push-contact",
            paramLabel = "URI",
            description = "Where the people of a push service reach those who send: mailto: or https:.")
    private String contact = "";

    public PushOptions() {}

    public boolean isPush() {
        return key != null;
    }

    /// The half of the keys for which browsers subscribe.
    public String publicKey() throws IOException {
        return keys().publicKey();
    }

    /// Where there are any, that messages can be sent by them.
    public void requireSound() throws IOException {
        if (isPush()) {
            soundKeys();
        }
    }

    /// By which messages are sent.
    public PushGateway gateway() throws IOException {
        PushKey keys = soundKeys();
        return new PushGateway(keys, contact, PushReach.PUBLIC, HttpClient.newBuilder(), InstantSource.system());
    }

    private PushKey soundKeys() throws IOException {
        PushKey keys = keys();
        if (!contact.matches(CONTACT)) {
            throw fault("--push-contact takes mailto:NAME@HOST or https://HOST, found '" + contact + "'");
        }
        return keys;
    }

    private PushKey keys() throws IOException {
        Path file = key;
        if (file == null || !Files.isReadable(file)) {
            throw fault(
                    "--push-key: there is no file " + file + " that can be read; ./taswiya deliver push-key makes one");
        }
        return PushKey.ofFile(Files.readString(file, StandardCharsets.ISO_8859_1))
                .orElseThrow(
                        () -> fault("--push-key: " + file + " does not hold what ./taswiya deliver push-key writes"));
    }

    private ParameterException fault(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
