package org.taswiya.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.web.settings.Settings;
import org.taswiya.web.settings.SettingsCheck;
import org.taswiya.web.settings.SettingsCheck.Finding;
import org.taswiya.web.settings.SettingsCheck.Shown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// `taswiya config check`: each setting, where it is from, and what is wrong with it.
@Command(
        name = "check",
        description = {
            "Says what `serve` would be set to with the same options, environment and file: each setting with its"
                    + " value, secrets masked, and where it is from; then what is wrong, and what is risky. It opens"
                    + " and starts nothing.",
            "",
            "An option wins over the environment (TASWIYA_ and the option's name in capitals, such as TASWIYA_PORT),"
                    + " and that over the file (the option's name, such as port: 8080).",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Nothing is wrong; with --strict: nor risky.",
            "1:Taswiya or the machine under it failed.",
            "2:Something is wrong, or --strict and something is risky."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya config check --settings /etc/taswiya/taswiya.yaml",
            "  ./taswiya config check --strict --host 0.0.0.0 --self https://a.example"
        })
final class ConfigCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--strict", description = "What is risky counts as wrong.")
    private boolean isStrict;

    @Unmatched
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        CommandLine line = TaswiyaWeb.commandLine();
        CommandSpec serve =
                Objects.requireNonNull(line.getSubcommands().get("serve")).getCommandSpec();
        Settings settings = Settings.of(serve, System.getenv(), words.toArray(String[]::new));
        if (!settings.faults().isEmpty()) {
            throw new ParameterException(spec.commandLine(), settings.faults());
        }
        SettingsCheck check =
                SettingsCheck.of(line, "serve", settings, words, serving -> ((ServeCommand) serving).allFaults());
        PrintWriter out = spec.commandLine().getOut();
        for (Shown setting : check.shown()) {
            out.println(
                    String.format(Locale.ROOT, "%-14s %-40s %s", setting.name(), setting.value(), setting.origin()));
        }
        for (Finding finding : check.findings()) {
            out.println((finding.isWrong() ? "wrong: " : "risky: ") + finding.said());
        }
        out.flush();
        boolean isBad = check.isWrong() || (isStrict && !check.findings().isEmpty());
        return isBad ? ExitCode.WRONG_USAGE : ExitCode.GOOD;
    }
}
