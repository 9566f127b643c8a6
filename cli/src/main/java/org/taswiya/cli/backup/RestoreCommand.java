package org.taswiya.cli.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.backup.Restore;
import org.taswiya.store.backup.RestoreAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya restore`: a database made of a backup.
@Command(
        name = "restore",
        description = {
            "Makes a new home of a backup, or with --database fills a server's database in which nothing is yet. All of"
                    + " it is read again and compared with what was backed up, the books by their digest, before it"
                    + " counts. A backup of an older version is brought up to this one.",
            "",
            "Killed in the middle it leaves nothing that could be taken for whole; run it again.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All of it is there as it was; with --check: all of it could be.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or the file or the place to restore it into is not fit; the message says why."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya restore taswiya-2026-11-29T220000Z.zip --home new-home",
            "  ./taswiya restore before-upgrade.zip --database postgresql://db/empty",
            "  ./taswiya restore before-upgrade.zip --check"
        })
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE", description = "What `backup` has written.")
    private Path file = Path.of("");

    @Option(names = "--check", description = "Only say whether the file could be restored; nothing is opened for that.")
    private boolean isCheck;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is no file; expected one that `backup` has written");
        }
        return switch (answer()) {
            case RestoreAnswer.Restored(var manifest) -> {
                PrintWriter out = spec.commandLine().getOut();
                out.println((isCheck ? "could be restored: " : "restored: ") + BackupText.of(manifest));
                out.flush();
                yield ExitCode.GOOD;
            }
            case RestoreAnswer.Refused(var _, String because) ->
                throw new ParameterException(spec.commandLine(), because);
        };
    }

    private RestoreAnswer answer() throws IOException {
        if (isCheck) {
            return Restore.check(file);
        }
        Optional<String> server = home.server();
        return server.isPresent()
                ? Restore.intoServer(file, home.home(), server.get())
                : Restore.intoHome(file, home.home());
    }
}
