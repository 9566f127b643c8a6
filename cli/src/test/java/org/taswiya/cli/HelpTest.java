package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.intake.json.JsonReader;
import picocli.CommandLine;

/// What every command says of itself can be pasted into a shell, and speaks of that command.
final class HelpTest {
    /// Made once: there are more than a hundred, and nothing here changes them.
    private static final CommandLine ALL = Taswiya.commandLine();

    private static final int COLUMNS = 80;
    private static final Pattern SAID_TO_A_COMMAND = Pattern.compile("^ +(?:echo|printf %s) (.*?) *\\| \\./taswiya");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final String REFUSED = "Some lines were refused";

    static List<String> commands() {
        List<String> names = new ArrayList<>();
        addTo(names, ALL);
        return names;
    }

    private static void addTo(List<String> names, CommandLine command) {
        names.add(command.getCommandSpec().qualifiedName());
        command.getSubcommands().values().forEach(below -> addTo(names, below));
    }

    /// A command that is described to the parser without all others is the same command.
    @Test
    void aCommandAloneIsAsAmongAll() {
        assertThat(ALL.getSubcommands()).hasSizeGreaterThan(50).allSatisfy((name, among) -> {
            CommandLine alone = Objects.requireNonNull(
                    Taswiya.commandLine(name).getSubcommands().get(name));
            List<String> saidAlone = new ArrayList<>();
            addTo(saidAlone, alone);
            List<String> saidAmongAll = new ArrayList<>();
            addTo(saidAmongAll, among);
            assertThat(saidAlone).isEqualTo(saidAmongAll);
            assertThat(alone.getUsageMessage(CommandLine.Help.Ansi.OFF))
                    .isEqualTo(among.getUsageMessage(CommandLine.Help.Ansi.OFF));
        });
    }

    private static String help(String qualifiedName) {
        return line(qualifiedName).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    /// Lines as they are pasted, none of them cut by the help.
    @ParameterizedTest
    @MethodSource("commands")
    void examplesFitTheScreenAndTheirJsonIsJson(String command) {
        String[] footer = spec(command).usageMessage().footer();
        List<String> written = List.of(footer).stream().map(String::formatted).toList();
        assertThat(written).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
        assertThat(help(command).lines()).containsAll(written);
        String joined = String.join("\n", written).replaceAll(" *\\\\\n *", " ");
        joined.lines().forEach(HelpTest::requireJson);
    }

    private static void requireJson(String line) {
        for (MatchResult said : SAID_TO_A_COMMAND.matcher(line).results().toList()) {
            String json = QUOTED.matcher(said.group(1))
                    .results()
                    .map(quoted -> quoted.group(1))
                    .collect(Collectors.joining());
            assertThat(new JsonReader()
                            .readObject(json.getBytes(StandardCharsets.UTF_8))
                            .fields())
                    .containsKey("tariff");
        }
    }

    /// One option with one meaning, whichever command takes it.
    @Test
    void theUtilityIsNamedInOneWay() {
        List<String> takers = commands().stream()
                .filter(command -> spec(command).findOption("--utility") != null)
                .toList();
        assertThat(takers)
                .containsExactlyInAnyOrder(
                        "taswiya import",
                        "taswiya import resume",
                        "taswiya pay",
                        "taswiya bill",
                        "taswiya bill show",
                        "taswiya bill reprint",
                        "taswiya print bills",
                        "taswiya print again",
                        "taswiya run resume",
                        "taswiya migration compare",
                        "taswiya hold correct",
                        "taswiya suspect accept",
                        "taswiya suspect correct",
                        "taswiya exchange correct",
                        "taswiya intervals load",
                        "taswiya suspension invite",
                        "taswiya adjust ask",
                        "taswiya adjust approve",
                        "taswiya dispute open",
                        "taswiya dispute resolve",
                        "taswiya request open",
                        "taswiya request answer",
                        "taswiya request reopen",
                        "taswiya arrange offer",
                        "taswiya budget offer",
                        "taswiya budget open",
                        "taswiya arrange at-once",
                        "taswiya arrange grant",
                        "taswiya arrange renegotiate",
                        "taswiya agreement move-in",
                        "taswiya agreement move-out",
                        "taswiya agreement transfer",
                        "taswiya deposit ask",
                        "taswiya deposit return",
                        "taswiya connection apply",
                        "taswiya connection quote",
                        "taswiya connection connect",
                        "taswiya connection list",
                        "taswiya connection show",
                        "taswiya dun",
                        "taswiya interest",
                        "taswiya dun show",
                        "taswiya dun approve",
                        "taswiya dun refuse",
                        "taswiya close",
                        "taswiya ledger balance",
                        "taswiya collector serve",
                        "taswiya collector add",
                        "taswiya collector list",
                        "taswiya collector statement",
                        "taswiya collector reconcile",
                        "taswiya collector remit",
                        "taswiya collector simulate",
                        "taswiya online serve",
                        "taswiya online check",
                        "taswiya deliver notify",
                        "taswiya outage notify",
                        "taswiya deliver send",
                        "taswiya deliver queue",
                        "taswiya customer erase",
                        "taswiya privacy sweep",
                        "taswiya shadow",
                        "taswiya calendar");
        assertThat(takers.stream()
                        .map(command -> spec(command).findOption("--utility"))
                        .map(option -> option.paramLabel() + " " + option.defaultValueString() + ": "
                                + String.join("", option.description())))
                .containsOnly(
                        "NAME casablanca: Whose policies, calendar and mappings hold: policies.yaml, calendar.yaml"
                                + " and sources/ in its folder below the utilities. Default: casablanca.");
    }

    /// A sign of percent that is not doubled makes the help complain on standard error, wherever that goes by then.
    @ParameterizedTest
    @MethodSource("commands")
    void everyTextOfTheHelpCanBeFormatted(String command) {
        CommandLine.Model.CommandSpec spec = spec(command);
        List<String> texts = new ArrayList<>(List.of(spec.usageMessage().description()));
        texts.addAll(List.of(spec.usageMessage().header()));
        texts.addAll(List.of(spec.usageMessage().footer()));
        texts.addAll(spec.usageMessage().exitCodeList().values());
        spec.args().forEach(arg -> texts.addAll(List.of(arg.description())));
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThatCode(text::formatted).doesNotThrowAnyException());
    }

    @Test
    void examplesThatArePipedAreSeenAsJson() {
        assertThat(commands())
                .filteredOn(command ->
                        String.join("\n", spec(command).usageMessage().footer()).contains("printf"))
                .containsExactlyInAnyOrder("taswiya rate", "taswiya settle");
    }

    private static CommandLine.Model.CommandSpec spec(String qualifiedName) {
        return line(qualifiedName).getCommandSpec();
    }

    private static CommandLine line(String qualifiedName) {
        CommandLine line = ALL;
        List<String> words = List.of(qualifiedName.split(" "));
        for (String word : words.subList(1, words.size())) {
            line = Objects.requireNonNull(line.getSubcommands().get(word));
        }
        return line;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onlyWhatReadsLinesSaysThatLinesAreRefused(String command) {
        boolean readsLines =
                List.of("taswiya", "taswiya rate", "taswiya settle").contains(command);
        assertThat(help(command).contains(REFUSED)).isEqualTo(readsLines);
    }

    @ParameterizedTest
    @CsvSource({"run, list", "run, cancel", "hold, release", "ledger, export", "tariff, check", "feed, show"})
    void aGroupNamesWhatIsBelowIt(String group, String below) {
        assertThat(help("taswiya " + group))
                .contains("./taswiya " + group + " " + below + " --help")
                .doesNotContain("./taswiya rate", "./taswiya format");
    }

    /// Every method is told, with the edition; the form with a number too.
    @Test
    void theMethodsOfEstimationAreListed() {
        StringWriter told = new StringWriter();
        CommandLine line = Taswiya.commandLine("estimation");
        line.setOut(new PrintWriter(told));
        assertThat(line.execute("estimation", "methods")).isEqualTo(ExitCode.GOOD);
        assertThat(told.toString()).startsWith("Edition " + EstimationMethod.EDITION);
        for (EstimationMethod method : EstimationMethod.values()) {
            assertThat(told.toString()).contains(System.lineSeparator() + method.code());
        }
        assertThat(told.toString()).contains("recent-average/N, N from 2 to 12, version 2", "stated, version 1, never");

        StringWriter json = new StringWriter();
        line.setOut(new PrintWriter(json));
        assertThat(line.execute("estimation", "methods", "--json")).isEqualTo(ExitCode.GOOD);
        assertThat(json.toString().lines())
                .hasSameSizeAs(EstimationMethod.values())
                .allSatisfy(object -> assertThat(new JsonReader()
                                .readObject(object.getBytes(StandardCharsets.UTF_8))
                                .fields())
                        .containsKeys("method", "version", "edition", "ofChains", "does", "needs"));
    }

    /// What an option says of methods is a text, so that it can be read in the code; here it is held to the methods.
    @Test
    void everyMethodThatMayBeNamedIsInTheHelp() {
        for (EstimationMethod method : EstimationMethod.values()) {
            assertThat(help("taswiya hold re-estimate").contains(method.code())).isEqualTo(method.isOfChains());
            boolean isInSets = method.isOfChains() && !method.equals(EstimationMethod.CUSTOMER_READING);
            assertThat(help("taswiya backtest").contains(method.code())).isEqualTo(isInSets);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "figures --from 2020-07-01 --to 2020-03-01, is later than",
        "books --database http://x, URL cannot be read",
        "books --database postgresql://h, URL cannot be read",
        "books --database postgresql://h:99999/x, URL cannot be read",
        "ledger export --currency=, expected three capital letters",
        "ledger export --currency=M_D, expected three capital letters"
    })
    void whatMakesNoSenseIsSaidInWords(String words, String said) {
        StringWriter err = new StringWriter();
        int code = Taswiya.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(List.of(words.split(" ")).stream()
                        .map(word -> word.replace('_', ' '))
                        .toArray(String[]::new));
        assertThat(code).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(err.toString()).contains(said);
    }
}
