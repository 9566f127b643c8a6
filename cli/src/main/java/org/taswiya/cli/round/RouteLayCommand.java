package org.taswiya.cli.round;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.ReadingRoutes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya route lay`: lays a route.
@Command(
        name = "lay",
        description = {
            "Lays a route, or lays it anew as a whole: usage points in the order of the walk, one a line. Rounds that"
                    + " were planned before keep their orders.",
            "",
            "Laying the same again changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The route is laid so.",
            "1:Taswiya or the machine under it failed, or a run is at work; nothing was written.",
            "2:Wrong usage, or a usage point is unknown or there twice; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya route lay MAARIF-3 points.txt --why \"new buildings\"",
            "  ./taswiya route lay MAARIF-3 points.txt --why check --trial"
        })
final class RouteLayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "ROUTE", description = "Its name: letters, digits, '.', '_' and '-'.")
    private String route = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "One usage point a line, in UTF-8.")
    private Path file = Path.of("");

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be; store nothing.")
    private boolean isTrial;

    @Override
    public Integer call() throws IOException {
        if (!ReadingRoutes.isName(route)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + route + "' is no name of a route; expected up to 40 letters, digits, '.', '_' and '-'");
        }
        List<String> points = GivenFile.names(spec, file, "a file with one usage point a line");
        if (points.isEmpty()) {
            throw new ParameterException(spec.commandLine(), file + " names no usage point");
        }
        try (Database database = home.open()) {
            boolean isNew = ReadingRoutes.lay(database, route, points, why.now(), isTrial);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "Route %s passes %,d usage points.%s%n",
                            route,
                            points.size(),
                            !isNew ? " It did before." : isTrial ? " Nothing was stored." : "");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return ExitCode.GOOD;
    }
}
