package org.taswiya.cli.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.core.care.RequestState;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.Database;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.core.JsonGenerator;

/// Requests as a clerk or a program reads them.
final class RequestText {
    private RequestText() {}

    static int say(CommandSpec spec, RequestOutcome outcome, LocalDate today) {
        return switch (outcome) {
            case RequestOutcome.Done(var request, var isTold) -> {
                spec.commandLine().getOut().println(line(request, today) + (isTold ? "; a message waits" : ""));
                spec.commandLine().getOut().flush();
                yield ExitCode.GOOD;
            }
            case RequestOutcome.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    static StoredRequest find(CommandSpec spec, Database database, long number) {
        return Requests.of(database, number)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "there is no request " + number + "; request list shows those there are"));
    }

    static String line(StoredRequest request, LocalDate today) {
        return "Request " + request.id() + " of account " + request.account() + ": "
                + request.state().code() + ", " + request.kind() + ", by "
                + request.channel().code() + ", since " + request.openedOn() + deadline(request, today);
    }

    private static String deadline(StoredRequest request, LocalDate today) {
        if (request.state() != RequestState.OPEN) {
            return ", since " + request.steps().getLast().on();
        }
        long late = ChronoUnit.DAYS.between(request.answerBy(), today);
        return ", to be answered by " + request.answerBy() + (late > 0 ? ", late by " + late + " days" : "");
    }

    static List<String> all(StoredRequest request, LocalDate today) {
        List<String> lines = new ArrayList<>();
        lines.add(line(request, today));
        lines.add("  taken by " + request.author());
        request.said().lines().forEach(line -> lines.add("  | " + line));
        for (int i = 0; i < request.steps().size(); i++) {
            StoredRequest.Step step = request.steps().get(i);
            Language language = step.language();
            lines.add("  " + step.step().code() + " on " + step.on() + " by " + step.author()
                    + (step.letter() == null ? "" : ", letter " + step.letter())
                    + (language == null ? "" : ", in " + language.code()));
            step.said().lines().forEach(line -> lines.add("  | " + line));
            request.filesOf(i + 1)
                    .forEach(file -> lines.add(
                            "  file " + file.ordinal() + ": " + file.kind().code() + ", " + file.bytes() + " bytes"));
        }
        return lines;
    }

    static String json(StoredRequest request, LocalDate today) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("request", request.id());
            json.writeStringProperty("state", request.state().code());
            json.writeStringProperty("account", request.account());
            json.writeStringProperty("kind", request.kind());
            json.writeStringProperty("channel", request.channel().code());
            json.writeStringProperty("said", request.said());
            json.writeStringProperty("openedOn", request.openedOn().toString());
            json.writeStringProperty("answerBy", request.answerBy().toString());
            json.writeBooleanProperty("late", request.isLate(today));
            json.writeStringProperty("author", request.author());
            json.writeArrayPropertyStart("steps");
            request.steps().forEach(step -> step(json, step));
            json.writeEndArray();
            json.writeNumberProperty("files", request.files().size());
        });
    }

    private static void step(JsonGenerator json, StoredRequest.Step step) {
        json.writeStartObject();
        json.writeStringProperty("step", step.step().code());
        json.writeStringProperty("on", step.on().toString());
        json.writeStringProperty("author", step.author());
        json.writeStringProperty("said", step.said());
        json.writeEndObject();
    }
}
