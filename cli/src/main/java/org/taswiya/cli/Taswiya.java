package org.taswiya.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.taswiya.cli.adjust.AdjustCommand;
import org.taswiya.cli.adjust.DisputeCommand;
import org.taswiya.cli.agreement.AgreementCommand;
import org.taswiya.cli.agreement.DepositCommand;
import org.taswiya.cli.apikey.ApiKeyCommand;
import org.taswiya.cli.arrange.ArrangeCommand;
import org.taswiya.cli.backup.BackupCommand;
import org.taswiya.cli.backup.RestoreCommand;
import org.taswiya.cli.bank.BankCommand;
import org.taswiya.cli.bank.DebitCommand;
import org.taswiya.cli.bank.MandateCommand;
import org.taswiya.cli.bank.ReconcileCommand;
import org.taswiya.cli.bank.RefundCommand;
import org.taswiya.cli.billing.BillCommand;
import org.taswiya.cli.billing.CalendarCommand;
import org.taswiya.cli.billing.RunCommand;
import org.taswiya.cli.books.BooksCommand;
import org.taswiya.cli.books.FiguresCommand;
import org.taswiya.cli.books.LedgerCommand;
import org.taswiya.cli.budget.BudgetCommand;
import org.taswiya.cli.closing.CloseCommand;
import org.taswiya.cli.collective.SubMeterCommand;
import org.taswiya.cli.collector.CollectorCommand;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.connection.ConnectionCommand;
import org.taswiya.cli.customer.CustomerCommand;
import org.taswiya.cli.demo.DemoCommand;
import org.taswiya.cli.document.ExplainCommand;
import org.taswiya.cli.document.VerifyCommand;
import org.taswiya.cli.dun.DunCommand;
import org.taswiya.cli.dun.InterestCommand;
import org.taswiya.cli.estimation.EstimationCommand;
import org.taswiya.cli.exchange.ExchangeCommand;
import org.taswiya.cli.handset.HandsetCommand;
import org.taswiya.cli.hold.HoldCommand;
import org.taswiya.cli.importing.FeedCommand;
import org.taswiya.cli.importing.ImportCommand;
import org.taswiya.cli.interval.IntervalsCommand;
import org.taswiya.cli.lighting.LightingCommand;
import org.taswiya.cli.measuring.AlarmsCommand;
import org.taswiya.cli.measuring.BacktestCommand;
import org.taswiya.cli.measuring.BenchCommand;
import org.taswiya.cli.message.ContactCommand;
import org.taswiya.cli.message.DeliverCommand;
import org.taswiya.cli.migration.MigrationCommand;
import org.taswiya.cli.notice.NoticeCommand;
import org.taswiya.cli.online.OnlineCommand;
import org.taswiya.cli.outage.OutageCommand;
import org.taswiya.cli.payment.PayCommand;
import org.taswiya.cli.pricing.RateCommand;
import org.taswiya.cli.pricing.SettleCommand;
import org.taswiya.cli.print.PostCommand;
import org.taswiya.cli.print.PrintCommand;
import org.taswiya.cli.privacy.PrivacyCommand;
import org.taswiya.cli.request.RequestCommand;
import org.taswiya.cli.round.RoundCommand;
import org.taswiya.cli.round.RouteCommand;
import org.taswiya.cli.shadow.ShadowCommand;
import org.taswiya.cli.staff.StaffCommand;
import org.taswiya.cli.suspect.SuspectCommand;
import org.taswiya.cli.suspension.SuspensionCommand;
import org.taswiya.cli.workbench.TariffCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command `taswiya`, under which all others hang.
///
/// To add a command: write a class with `@Command` in the package of its subject, name it in `COMMANDS` below, and add
/// a line to `build/rehearsal.txt` so that it starts quickly.
@Command(
        name = "taswiya",
        mixinStandardHelpOptions = true,
        versionProvider = Taswiya.Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        description = "Meter to cash for water and electricity: bills from readings, estimates that settle to the last"
                + " centime.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All good.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: the command line does not make sense."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya --version",
            "  ./taswiya rate < usages.jsonl  price usages; rate --help shows the lines",
            "  ./taswiya serve --help         the online agency; built on first use",
            "  ./taswiya spark --help         the same bills on a cluster; built on first use",
            "  ./taswiya test                 build everything, run every test",
            "  ./taswiya test --module core   the tests of one module",
            "  ./taswiya format               bring all sources into the one format",
            "  source <(./taswiya generate-completion)   complete options in this shell"
        })
public final class Taswiya implements Callable<Integer> {
    /// In the order in which `--help` shows them.
    private static final List<Class<?>> COMMANDS = List.of(
            RateCommand.class,
            SettleCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            ImportCommand.class,
            MigrationCommand.class,
            BillCommand.class,
            ShadowCommand.class,
            CalendarCommand.class,
            RunCommand.class,
            HoldCommand.class,
            SuspensionCommand.class,
            RouteCommand.class,
            RoundCommand.class,
            SuspectCommand.class,
            ExchangeCommand.class,
            SubMeterCommand.class,
            NoticeCommand.class,
            FiguresCommand.class,
            BooksCommand.class,
            PayCommand.class,
            AdjustCommand.class,
            DisputeCommand.class,
            RequestCommand.class,
            BankCommand.class,
            ReconcileCommand.class,
            RefundCommand.class,
            MandateCommand.class,
            DebitCommand.class,
            PrintCommand.class,
            PostCommand.class,
            CollectorCommand.class,
            OnlineCommand.class,
            AgreementCommand.class,
            DepositCommand.class,
            ConnectionCommand.class,
            ContactCommand.class,
            DeliverCommand.class,
            OutageCommand.class,
            CustomerCommand.class,
            PrivacyCommand.class,
            StaffCommand.class,
            ApiKeyCommand.class,
            HandsetCommand.class,
            ArrangeCommand.class,
            BudgetCommand.class,
            DunCommand.class,
            InterestCommand.class,
            LedgerCommand.class,
            CloseCommand.class,
            TariffCommand.class,
            LightingCommand.class,
            FeedCommand.class,
            IntervalsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DemoCommand.class,
            EstimationCommand.class,
            BacktestCommand.class,
            AlarmsCommand.class,
            BenchCommand.class,
            GenerateCompletion.class);

    @Spec
    private CommandSpec spec;

    /// Runs one command and leaves with its exit code.
    public static void main(String[] args) {
        System.exit(execute(commandLine(args), AnswerOutput.standard(), args));
    }

    /// Runs one command. Words that could not be written make it fail, whatever it came to: half an answer must not
    /// pass for a whole one.
    public static int execute(CommandLine line, OutputStream answers, String... args) {
        SpokenOutput spoken = new SpokenOutput(answers);
        line.setOut(new PrintWriter(new OutputStreamWriter(spoken, StandardCharsets.UTF_8), true));
        int code = line.execute(args);
        line.getOut().flush();
        IOException lost = spoken.failure();
        if (lost == null) {
            return code;
        }
        line.getErr().println("taswiya: " + lost.getMessage());
        return ExitCode.FAILED;
    }

    /// What understands some words, ready to execute: the command they begin with, or all commands where they begin
    /// with none. To describe all of them to the parser takes longer than most of them take to run.
    ///
    /// @param words none for all commands
    public static CommandLine commandLine(String... words) {
        return commandLineOf(called(words));
    }

    /// The same with commands of another program of ours.
    ///
    /// @param commands classes with `@Command`
    public static CommandLine commandLineOf(List<Class<?>> commands) {
        CommandLine root = new CommandLine(new Taswiya());
        commands.forEach(root::addSubcommand);
        return withRefusals(root)
                .registerConverter(LocalDate.class, Taswiya::day)
                .registerConverter(LocalDateTime.class, Taswiya::time)
                .registerConverter(ZoneId.class, Taswiya::zone)
                .registerConverter(int.class, text -> number(text, Integer::valueOf))
                .registerConverter(Integer.class, text -> number(text, Integer::valueOf))
                .registerConverter(long.class, text -> number(text, Long::valueOf))
                .registerConverter(Long.class, text -> number(text, Long::valueOf))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Taswiya::wrongUsage)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println("taswiya: " + ExitCode.words(failure));
                    return ExitCode.FAILED;
                });
    }

    private static List<Class<?>> called(String... words) {
        if (words.length == 0) {
            return COMMANDS;
        }
        List<Class<?>> called = COMMANDS.stream()
                .filter(command -> name(command).equals(words[0]))
                .toList();
        return called.isEmpty() || called.contains(GenerateCompletion.class) ? COMMANDS : called;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /// Commands take over the exit codes that are stated above. What only some of them have is said of the whole alone.
    private static CommandLine withRefusals(CommandLine root) {
        Map<String, String> codes =
                new LinkedHashMap<>(root.getCommandSpec().usageMessage().exitCodeList());
        codes.put("3", "Some lines were refused; each says why, and all others were answered.");
        root.getCommandSpec().usageMessage().exitCodeList(codes);
        return root;
    }

    /// What is wrong and where to read on; the whole help would push it off the screen.
    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("taswiya: " + said(wrong));
        line.getErr().println("Try './" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    private static String said(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String of = wrong.getCommandLine().getCommandSpec().qualifiedName();
            List<String> near = unmatched.getSuggestions();
            return "'" + String.join(" ", unmatched.getUnmatched()) + "' is nothing that ./" + of + " knows"
                    + (near.isEmpty()
                            ? ""
                            : "; did you mean " + String.join(", ", near.subList(0, Math.min(3, near.size()))) + "?");
        }
        return String.valueOf(wrong.getMessage());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException("'" + text + "' is no day; expected one of the calendar as 2020-06-01");
        }
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException _) {
            throw new TypeConversionException(
                    "'" + text + "' is no day with a time; expected a day and time such as 2020-09-01T08:00");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new TypeConversionException(
                    "'" + text + "' is no time zone; expected one such as Africa/Casablanca or +01:00");
        }
    }

    private static <N> N number(String text, Function<String, N> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + text + "' is no whole number, or too large a one");
        }
    }

    /// Without a command there is nothing to do: shows what could be done.
    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err);
        return ExitCode.WRONG_USAGE;
    }

    /// The version of the jar that runs and of the Java under it.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Taswiya.class.getPackage().getImplementationVersion();
            return new String[] {
                "taswiya " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()
            };
        }
    }
}
