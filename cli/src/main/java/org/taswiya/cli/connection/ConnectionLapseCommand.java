package org.taswiya.cli.connection;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.connection.ApplicationDecisions.Writing;
import org.taswiya.store.connection.ApplicationLapse;
import org.taswiya.store.connection.StoredApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// `taswiya connection lapse`: quotes that nobody paid.
@Command(
        name = "lapse",
        description = {
            "Lets all quotes lapse that were not paid by their last day, before the day given. What was agreed to is"
                    + " owed no more, and what was paid of it is the customer's credit. What is paid late, but before"
                    + " this is called, counts.",
            "",
            "For every day. Killed at any moment, the next call does the rest.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:None is left.",
            "1:Taswiya or the machine under it failed; what was done stands.",
            "2:Wrong usage; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya connection lapse --why daily",
            "  ./taswiya connection lapse --on 2020-08-03 --why daily --trial"
        })
final class ConnectionLapseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Mixin
    private StepOptions step;

    @Override
    public Integer call() {
        Writing writing = step.writing();
        if (writing.on().isAfter(writing.today())) {
            throw new ParameterException(
                    spec.commandLine(), "--on is " + writing.on() + ", and today is " + writing.today());
        }
        List<StoredApplication> lapsed;
        Currency currency;
        try (Database database = home.open()) {
            lapsed = ApplicationLapse.lapse(database, writing);
            currency = utilities.currency(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (step.isJson()) {
            out.println(JsonLine.object(object -> write(object, lapsed, writing)));
        } else {
            lapsed.forEach(one -> out.println(ConnectionText.line(one, currency)));
            out.println(lapsed.size() + (writing.isTrial() ? " would lapse" : " lapsed"));
        }
        out.flush();
        return ExitCode.GOOD;
    }

    private static void write(JsonGenerator json, List<StoredApplication> lapsed, Writing writing) {
        json.writeBooleanProperty("isStored", !writing.isTrial());
        json.writeArrayPropertyStart("lapsed");
        for (StoredApplication one : lapsed) {
            json.writeStartObject();
            ConnectionText.application(json, one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
