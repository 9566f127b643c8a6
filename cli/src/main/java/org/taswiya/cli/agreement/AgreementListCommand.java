package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.core.customer.Stay;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.Agreements;
import org.taswiya.store.agreement.Agreements.PointLife;
import org.taswiya.store.agreement.Agreements.Where;
import org.taswiya.store.agreement.StoredAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya agreement list`: who was at a place, and when nobody was.
@Command(
        name = "list",
        description = {
            "Lists who took the services of a place one after the other, and the days on which nobody did.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya agreement list --premise L100012",
            "  ./taswiya agreement list --account 1204551837",
            "  ./taswiya agreement list --point E100012 --json | jq 'select(.isVacant)'"
        })
final class AgreementListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--premise", paramLabel = "PREMISE", description = "Of all usage points of a place.")
    private @Nullable String premise;

    @Option(names = "--point", paramLabel = "POINT", description = "Of one usage point.")
    private @Nullable String point;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "Of all usage points at which an account takes or took something.")
    private @Nullable String account;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        if ((premise == null ? 0 : 1) + (point == null ? 0 : 1) + (account == null ? 0 : 1) != 1) {
            throw new ParameterException(spec.commandLine(), "say one of --premise, --point and --account");
        }
        List<PointLife> lives;
        try (Database database = home.open()) {
            lives = Agreements.lives(database, new Where(premise, point, account));
        }
        PrintWriter out = spec.commandLine().getOut();
        for (PointLife life : lives) {
            if (!json) {
                out.println(life.service() + " at " + life.point() + ", premise " + life.premise());
            }
            life.stays().forEach(stay -> print(out, life, stay));
        }
        if (lives.isEmpty() && !json) {
            out.println("No agreements.");
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private void print(PrintWriter out, PointLife life, Stay stay) {
        switch (stay) {
            case Stay.Occupied(var by) -> {
                StoredAgreement of = Objects.requireNonNull(life.agreements().get(by.agreement()));
                out.println(
                        json
                                ? JsonLine.object(object -> {
                                    object.writeBooleanProperty("isVacant", false);
                                    AgreementText.agreement(object, of);
                                })
                                : "  " + AgreementText.line(of));
            }
            case Stay.Vacant vacant -> out.println(json ? vacantJson(life, vacant) : "  " + vacantLine(vacant));
        }
    }

    private static String vacantJson(PointLife life, Stay.Vacant vacant) {
        return JsonLine.object(object -> {
            object.writeBooleanProperty("isVacant", true);
            object.writeStringProperty("service", life.service());
            object.writeStringProperty("premise", life.premise());
            object.writeStringProperty("usagePoint", life.point());
            object.writeStringProperty("from", vacant.from().toString());
            AgreementText.text(object, "to", vacant.to());
        });
    }

    private static String vacantLine(Stay vacant) {
        return "vacant: " + vacant.from() + (vacant.to() == null ? " on" : " to " + vacant.to());
    }
}
