package org.taswiya.web.api.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingFinding;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.api.Opened;
import org.taswiya.store.api.Opened.OpenedAgreement;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.validation.GivenReadings;
import org.taswiya.store.validation.OwnReading;
import org.taswiya.store.validation.OwnReading.Answer;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.read.Accounts;
import org.taswiya.web.api.write.ReadingJson.BatchOutcome;
import org.taswiya.web.api.write.ReadingJson.BatchReading;
import org.taswiya.web.api.write.ReadingJson.Finding;
import org.taswiya.web.api.write.ReadingJson.GivenOutcome;
import org.taswiya.web.api.write.ReadingJson.GivenReading;
import org.taswiya.web.api.write.ReadingJson.ReadingBatch;
import org.taswiya.web.api.write.ReadingJson.RowOutcome;
import org.taswiya.web.reading.TypedDial;

/// Own readings: one of today, or many of today or of days before, judged as those that customers type and those that
/// files bring.
public final class ReadingOperations {
    private static final int BATCH_BYTES_MOST = 128 * 1024;
    private static final String PROVENANCE = "api";

    private final Site site;

    public ReadingOperations(Site site) {
        this.site = site;
    }

    public List<Operation> all() {
        return List.of(
                Operation.post(
                                "giveReading",
                                "/agreements/" + PathPart.AGREEMENT.inPath() + "/readings",
                                "Says what the meter of a service shows today.",
                                ApiScope.READINGS,
                                GivenReading.class,
                                201,
                                GivenOutcome.class,
                                this::one)
                        .refusing(
                                ProblemKind.NOT_FOUND,
                                ProblemKind.NO_METER,
                                ProblemKind.READ_BY_UTILITY,
                                ProblemKind.UNLIKELY_READING,
                                ProblemKind.IMPOSSIBLE_READING),
                Operation.post(
                                "giveReadings",
                                "/readings",
                                "Says what many meters show or have shown; each row has its own outcome.",
                                ApiScope.READINGS,
                                ReadingBatch.class,
                                200,
                                BatchOutcome.class,
                                this::many)
                        .upTo(BATCH_BYTES_MOST));
    }

    private LocalDate today() {
        return LocalDate.now(site.clock());
    }

    private Reply one(Call call) {
        OpenedAgreement agreement = Accounts.ofAgreement(site, call);
        GivenReading given = call.body(GivenReading.class);
        LocalDate today = today();
        return BooksChange.make(
                site.database(),
                false,
                connection -> OnceDone.orAgain(connection, call.request(), _ -> {
                    Optional<OwnReading> row =
                            given(connection, call.bearer(), agreement, today, given.value(), given.meant());
                    return reply(
                            agreement,
                            today,
                            answer(
                                    row,
                                    GivenReadings.give(connection, row.stream().toList(), site.readingChecks())));
                }));
    }

    /// As it is to be judged; empty where nobody can read a meter on the day.
    private Optional<OwnReading> given(
            Connection connection,
            ApiKey key,
            OpenedAgreement agreement,
            LocalDate at,
            String value,
            @Nullable Boolean isMeant)
            throws SQLException {
        Decimal shown = TypedDial.value(value).orElseThrow(() -> new IllegalStateException(value));
        boolean isMetered =
                at.equals(today()) ? agreement.hasMeter() : Opened.isMetered(connection, agreement.usagePoint(), at);
        if (!isMetered || !agreement.isOn(at)) {
            return Optional.empty();
        }
        Change why =
                new Change(Instant.now(site.clock()), "api key " + key.id(), "own reading of " + agreement.account());
        return Optional.of(new OwnReading(
                agreement.usagePoint(), new CustomerReading(at, shown, PROVENANCE), Boolean.TRUE.equals(isMeant), why));
    }

    private static Answer answer(Optional<OwnReading> given, Map<OwnReading, Answer> answers) {
        return given.map(answers::get).orElseGet(Answer.NoMeter::new);
    }

    private static Reply reply(OpenedAgreement agreement, LocalDate today, Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> new Reply.Told(201, new GivenOutcome(agreement.reference(), today, "taken"));
            case Answer.Waiting _ -> new Reply.Told(201, new GivenOutcome(agreement.reference(), today, "waiting"));
            case Answer.Unlikely(var findings) ->
                refused(
                        ProblemKind.UNLIKELY_READING,
                        "Nothing was written. Look again, and send it with \"meant\": true if it is so.",
                        findings);
            case Answer.Impossible(var findings) ->
                refused(ProblemKind.IMPOSSIBLE_READING, "Nothing was written. Look again.", findings);
            case Answer.ReadByUtility _ ->
                new Reply.Refused(Problem.of(
                        ProblemKind.READ_BY_UTILITY,
                        "What the utility has read that day counts. Nothing was written."));
            case Answer.NoMeter _ ->
                new Reply.Refused(Problem.of(
                        ProblemKind.NO_METER, "No meter is in place, or the service has ended. Nothing was written."));
        };
    }

    private static Reply refused(ProblemKind kind, String detail, List<ReadingFinding> findings) {
        List<Fault> errors = findings.stream()
                .map(finding -> new Fault("/value", finding.found()))
                .toList();
        String reason = findings.isEmpty() ? null : findings.getFirst().reason().code();
        return new Reply.Refused(new Problem(kind, detail, errors, reason));
    }

    private Reply many(Call call) {
        List<BatchReading> rows = call.body(ReadingBatch.class).readings();
        LocalDate today = today();
        List<LocalDate> days = days(rows, today);
        Set<String> named = rows.stream().map(BatchReading::agreement).collect(Collectors.toSet());
        return BooksChange.make(
                site.database(),
                false,
                connection -> OnceDone.orAgain(connection, call.request(), _ -> {
                    Map<String, OpenedAgreement> known = Opened.agreements(connection, call.bearer(), named);
                    return new Reply.Told(
                            200, new BatchOutcome(today, outcomes(connection, call.bearer(), rows, days, known)));
                }));
    }

    /// Of each row, in their order. All that can be taken are judged together.
    private List<RowOutcome> outcomes(
            Connection connection,
            ApiKey key,
            List<BatchReading> rows,
            List<LocalDate> days,
            Map<String, OpenedAgreement> known)
            throws SQLException {
        Map<Integer, OwnReading> given = new LinkedHashMap<>();
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            BatchReading row = rows.get(i);
            OpenedAgreement agreement = known.get(row.agreement());
            String wrong = days.get(i).isAfter(today()) ? "future-day" : "unknown-agreement";
            if (agreement != null && !days.get(i).isAfter(today())) {
                Optional<OwnReading> one = given(connection, key, agreement, days.get(i), row.value(), row.meant());
                if (one.isPresent()) {
                    given.put(i, one.get());
                }
                wrong = "no-meter";
            }
            outcomes.add(new RowOutcome(row.agreement(), days.get(i), wrong, null));
        }
        Map<OwnReading, Answer> answers =
                GivenReadings.give(connection, List.copyOf(given.values()), site.readingChecks());
        given.forEach((i, one) ->
                outcomes.set(i, outcome(rows.get(i).agreement(), days.get(i), answer(Optional.of(one), answers))));
        return outcomes;
    }

    /// Of which day each row is. A day that is none, and an agreement that has one day twice, stops the whole.
    private static List<LocalDate> days(List<BatchReading> rows, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String at = rows.get(i).at();
            LocalDate day = at == null ? today : day(at);
            if (day == null) {
                faults.add(new Fault("/readings/" + i + "/at", "is no day"));
            } else if (!named.add(rows.get(i).agreement() + " " + day)) {
                faults.add(new Fault("/readings/" + i + "/agreement", "is there before"));
            } else {
                days.add(day);
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.of(
                            ProblemKind.BAD_BODY,
                            "A row has a day that is none, or an agreement and a day that are there before.",
                            faults)
                    .thrown();
        }
        return days;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static RowOutcome outcome(String agreement, LocalDate at, Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> new RowOutcome(agreement, at, "taken", null);
            case Answer.Waiting _ -> new RowOutcome(agreement, at, "waiting", null);
            case Answer.Unlikely(var findings) -> new RowOutcome(agreement, at, "unlikely", Finding.of(findings));
            case Answer.Impossible(var findings) -> new RowOutcome(agreement, at, "impossible", Finding.of(findings));
            case Answer.ReadByUtility _ -> new RowOutcome(agreement, at, "read-by-utility", null);
            case Answer.NoMeter _ -> new RowOutcome(agreement, at, "no-meter", null);
        };
    }
}
