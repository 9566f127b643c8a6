package org.taswiya.cli.message;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.deliver.push.PushKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya deliver push-key`: the keys that push services know the utility by.
@Command(
        name = "push-key",
        description = {
            "Makes the keys that push services know the utility by (VAPID, RFC 8292), in a file that only its owner"
                    + " reads, and prints the public one: the page that asks customers for push messages subscribes"
                    + " with it as applicationServerKey.",
            "",
            "Where the file is there already, its public key is printed and nothing is written: with new keys every"
                    + " subscription would be lost.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The keys are in the file, now or before.",
            "1:The file cannot be written.",
            "2:Wrong usage, or the file holds something else."
        },
        footer = {"", "Examples:", "  ./taswiya deliver push-key push.key"})
final class DeliverPushKeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where they are kept.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        PushKey keys = Files.exists(file) ? kept() : made();
        PrintWriter out = spec.commandLine().getOut();
        out.println(keys.publicKey());
        out.flush();
        return ExitCode.GOOD;
    }

    private PushKey kept() throws IOException {
        return PushKey.ofFile(Files.readString(file, StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), file + " is there and holds no such keys; name another file"));
    }

    /// Whole or not at all; a file that is made so is for its owner alone.
    private PushKey made() throws IOException {
        PushKey keys = PushKey.fresh();
        Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "push", ".new");
        try {
            Files.writeString(made, keys.file());
            Files.move(made, file);
        } finally {
            Files.deleteIfExists(made);
        }
        return keys;
    }
}
