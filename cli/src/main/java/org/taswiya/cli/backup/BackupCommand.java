package org.taswiya.cli.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.backup.Backup;
import org.taswiya.store.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya backup`: all that the database holds at one moment, in one file.
@Command(
        name = "backup",
        description = {
            "Writes all that the database holds at one moment into one file, while others go on working on it, pages"
                    + " that are served too. The file is there whole or not at all. It holds what is known of"
                    + " customers: keep it as you keep the database.",
            "",
            "Documents, papers, mailbox and logs of the home are not in it, nor are files that options name, such as"
                    + " keys.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The file is written, and is on the disk.",
            "1:Taswiya or the machine under it failed; there is no new file.",
            "2:Wrong usage, or there is such a file already."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya backup before-upgrade.zip",
            "  ./taswiya backup /backups   names the file by the time of today",
            "  ./taswiya restore before-upgrade.zip --check"
        })
public final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'taswiya-'yyyy-MM-dd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE|FOLDER", description = "A file that is not there yet, or a folder to put one into.")
    private Path to = Path.of("");

    @Override
    public Integer call() throws IOException {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Path file = Files.isDirectory(to) ? to.resolve(NAME.format(now)) : to;
        Home of = home.home();
        try (Database database = home.openAsItIs()) {
            Manifest manifest = Backup.write(database, of, file, now);
            PrintWriter out = spec.commandLine().getOut();
            out.println(BackupText.of(manifest));
            out.println("  in " + file + ", " + Grouped.of(Files.size(file)) + " bytes");
            for (Path outside : Stream.of(of.documents(), of.papers(), of.mailbox(), of.logs())
                    .filter(Files::isDirectory)
                    .toList()) {
                long files = files(outside);
                if (files > 0) {
                    out.println("  not in it: " + Grouped.of(files) + " files in " + outside);
                }
            }
            out.flush();
            return ExitCode.GOOD;
        } catch (FileAlreadyExistsException e) {
            throw new ParameterException(
                    spec.commandLine(), e.getMessage() + ": it is there already. Name a file that is not.", e);
        }
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
