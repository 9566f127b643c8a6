package org.taswiya.cli.round;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.rounds.ReadingRoutes;
import org.taswiya.store.rounds.ReadingRoutes.LaidRoute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya route list`: all routes.
@Command(
        name = "list",
        description = {"Shows the routes and how many usage points each passes.", ""},
        footer = {"", "Examples:", "  ./taswiya route list"})
final class RouteListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        List<LaidRoute> routes;
        try (Database database = home.open()) {
            routes = ReadingRoutes.all(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        routes.forEach(route -> out.printf(Locale.ROOT, "%-40s  %,9d%n", route.reference(), route.stops()));
        if (routes.isEmpty()) {
            out.println("No route is laid; ./taswiya route lay lays one.");
        }
        return ExitCode.GOOD;
    }
}
