package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.TestDatabases;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// A home, and how tests run commands on it: in this JVM, each with the options that say where everything is.
///
/// @param address of the database, when it is on a server; null when each command starts and stops the home's own
public record CommandHome(
        Path folder, Path utilities, @Nullable String address) {
    private static final Path SHIPPED = Path.of("..", "utilities");

    /// As a utility has it that has nothing but this program: what a test about homes, or a whole journey, looks at.
    public static CommandHome withItsOwnServer(Path folder) {
        return new CommandHome(folder, SHIPPED, null);
    }

    /// With a fresh database on a server that runs already: for all tests that look at something else.
    public static CommandHome onTestServer(Path folder) {
        return new CommandHome(folder, SHIPPED, TestDatabases.unopened().url());
    }

    /// The same home beside other price books and policies.
    public CommandHome with(Path others) {
        return new CommandHome(folder, others, address);
    }

    public Database open() {
        return Database.open(Home.at(folder).create("test"), address);
    }

    public Path documents() {
        return folder.resolve("documents");
    }

    /// What a command said.
    public record Said(int code, String out, String err) {}

    /// Runs a command, with those of the options below that it has.
    public Said run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Taswiya.commandLine(words);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        CommandSpec command = called(line, words);
        List<String> all = new ArrayList<>(List.of(words));
        add(all, command, "--home", folder.toString());
        add(all, command, "--database", address);
        add(all, command, "--utilities", utilities.toString());
        return new Said(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static CommandSpec called(CommandLine line, String... words) {
        CommandLine called = line;
        for (String word : words) {
            CommandLine next = called.getSubcommands().get(word);
            if (next == null) {
                break;
            }
            called = next;
        }
        return called.getCommandSpec();
    }

    private static void add(List<String> words, CommandSpec command, String option, @Nullable String value) {
        if (value != null && command.findOption(option) != null && !words.contains(option)) {
            words.add(option);
            words.add(value);
        }
    }

    /// What a command that ends well answers.
    public String good(String... words) {
        return expect(ExitCode.GOOD, words).out();
    }

    /// Why a command is refused.
    public String wrong(String... words) {
        return expect(ExitCode.WRONG_USAGE, words).err();
    }

    public Said expect(int code, String... words) {
        Said said = run(words);
        assertThat(said.code()).as(String.join(" ", words) + "\n" + said).isEqualTo(code);
        return said;
    }
}
