package org.taswiya.web.api.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.taswiya.store.validation.GivenReadings.Answer;
import org.taswiya.store.validation.GivenTogether.Given;
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

/// Own readings of today, one or many: judged as those that customers type.
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
                                "Says what many meters show today; each row has its own outcome.",
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
                connection -> OnceDone.orAgain(
                        connection,
                        call.request(),
                        _ -> {
                            Optional<Given> row =
                                    given(call.bearer(), agreement, today, given.value(), given.meant());
                            return reply(agreement, today, one(connection, row));
                        }));
    }

    private Answer one(Connection connection, Optional<Given> given) throws SQLException {
        List<Given> all = given.stream().toList();
        return GivenReadings.give(connection, all, site.readingChecks()).values().stream()
                .findFirst()
                .orElseGet(Answer.NoMeter::new);
    }

    /// Empty where nobody can read a meter.
    private Optional<Given> given(
            ApiKey key, OpenedAgreement agreement, LocalDate today, String value, @Nullable Boolean isMeant) {
        if (!agreement.isReadable(today)) {
            return Optional.empty();
        }
        Decimal shown = TypedDial.value(value).orElseThrow(() -> new IllegalStateException(value));
        Change why =
                new Change(Instant.now(site.clock()), "api key " + key.id(), "own reading of " + agreement.account());
        return Optional.of(new Given(
                agreement.usagePoint(),
                new CustomerReading(today, shown, PROVENANCE),
                Boolean.TRUE.equals(isMeant),
                why));
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
        Set<String> named = new LinkedHashSet<>(); // in their order
        List<Fault> twice = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!named.add(rows.get(i).agreement())) {
                twice.add(new Fault("/readings/" + i + "/agreement", "is there before"));
            }
        }
        if (!twice.isEmpty()) {
            return new Reply.Refused(
                    Problem.of(ProblemKind.BAD_BODY, "An agreement is named twice. Keep one of them.", twice));
        }
        LocalDate today = today();
        return BooksChange.make(
                site.database(),
                false,
                connection -> OnceDone.orAgain(connection, call.request(), _ -> {
                    Map<String, OpenedAgreement> known = Opened.agreements(connection, call.bearer(), named);
                    Map<String, Given> given = new LinkedHashMap<>();
                    for (BatchReading row : rows) {
                        Optional.ofNullable(known.get(row.agreement()))
                                .flatMap(agreement ->
                                        given(call.bearer(), agreement, today, row.value(), row.meant()))
                                .ifPresent(one -> given.put(row.agreement(), one));
                    }
                    Map<Given, Answer> answers =
                            GivenReadings.give(connection, List.copyOf(given.values()), site.readingChecks());
                    return new Reply.Told(
                            200,
                            new BatchOutcome(
                                    today,
                                    named.stream()
                                            .map(name -> outcome(
                                                    name,
                                                    known.containsKey(name),
                                                    Optional.ofNullable(given.get(name))
                                                            .map(answers::get)
                                                            .orElse(null)))
                                            .toList()));
                }));
    }

    /// @param answer null where nothing was given
    private static RowOutcome outcome(String agreement, boolean isKnown, @Nullable Answer answer) {
        if (!isKnown) {
            return new RowOutcome(agreement, "unknown-agreement", null);
        }
        return switch (answer) {
            case null -> new RowOutcome(agreement, "no-meter", null);
            case Answer.Taken _ -> new RowOutcome(agreement, "taken", null);
            case Answer.Waiting _ -> new RowOutcome(agreement, "waiting", null);
            case Answer.Unlikely(var findings) -> new RowOutcome(agreement, "unlikely", Finding.of(findings));
            case Answer.Impossible(var findings) -> new RowOutcome(agreement, "impossible", Finding.of(findings));
            case Answer.ReadByUtility _ -> new RowOutcome(agreement, "read-by-utility", null);
            case Answer.NoMeter _ -> new RowOutcome(agreement, "no-meter", null);
        };
    }
}
