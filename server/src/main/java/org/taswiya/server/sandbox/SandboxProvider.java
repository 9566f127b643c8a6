package org.taswiya.server.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.online.NoticeReason;
import org.taswiya.core.online.ProviderNotice;
import org.taswiya.core.quantity.Money;
import org.taswiya.server.online.CardProvider;
import org.taswiya.server.page.Fields;
import org.taswiya.server.page.PageAsked;
import org.taswiya.store.online.CardRefunds.CardRefund;

/// How we talk to the sandbox.
public final class SandboxProvider implements CardProvider {
    /// As it stands among the collectors.
    public static final String NAME = "sandbox";

    private static final Pattern TRANSACTION = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern UTILITY = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern ATTEMPT = Pattern.compile("[A-Z0-9]{1,20}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,13}\\.[0-9]{2}");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final URI sandbox;
    private final String utility;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param sandbox its address, such as `http://127.0.0.1:8091`
    /// @param utility that it takes money for
    /// @param key that both share
    public SandboxProvider(URI sandbox, String utility, String key) {
        this.sandbox = sandbox;
        this.utility = utility;
        this.key = key;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public URI page(CardAttempt attempt, URI back, URI notices) {
        String order = Fields.of(
                        "attempt",
                        attempt.name(),
                        "utility",
                        utility,
                        "account",
                        attempt.account(),
                        "amount",
                        attempt.amount().toString(),
                        "back",
                        back.toString(),
                        "notices",
                        notices.toString(),
                        "lang",
                        Fields.parse(String.valueOf(back.getRawQuery())).get("lang"))
                .text();
        return sandbox.resolve("/page?" + order + "&signature=" + SandboxSignature.of(key, "page", order));
    }

    @Override
    public Heard heard(String body, String signature) {
        return SandboxSignature.isOf(key, "notice", body, signature) ? read(body) : new Heard.Forged();
    }

    private static Heard read(String body) {
        Fields fields = Fields.parse(body);
        String state = fields.get("state");
        if (!TRANSACTION.matcher(fields.get("transaction")).matches()
                || !ATTEMPT.matcher(fields.get("attempt")).matches()
                || !UTILITY.matcher(fields.get("utility")).matches()
                || !state.equals("paid") && !state.equals("refused")) {
            return new Heard.Unclear(
                    NoticeReason.BAD_NOTICE, "expected transaction, attempt, utility, state, amount and day");
        }
        if (!AMOUNT.matcher(fields.get("amount")).matches()) {
            return new Heard.Unclear(
                    NoticeReason.BAD_AMOUNT, "found '" + fields.get("amount") + "'; expected such as 350.50");
        }
        try {
            return new Heard.Notice(new ProviderNotice(
                    fields.get("transaction"),
                    fields.get("attempt"),
                    fields.get("utility"),
                    state.equals("paid"),
                    Money.parse(fields.get("amount")),
                    LocalDate.parse(fields.get("day"))));
        } catch (DateTimeException _) {
            return new Heard.Unclear(
                    NoticeReason.BAD_NOTICE, "found the day '" + fields.get("day") + "'; expected such as 2020-06-20");
        }
    }

    @Override
    public Optional<List<Heard>> of(CardAttempt attempt) throws InterruptedException {
        String query = Fields.of("name", attempt.name()).text();
        HttpRequest request =
                signed("/attempt?" + query, "attempt", query).GET().build();
        return answer(request, attempt.name())
                .map(lines -> lines.lines().map(SandboxProvider::read).toList());
    }

    @Override
    public Optional<SentBack> sendBack(CardRefund refund) throws InterruptedException {
        String body = Fields.of(
                        "refund",
                        refund.name(),
                        "transaction",
                        refund.transaction(),
                        "amount",
                        refund.amount().toString())
                .text();
        HttpRequest request = signed("/refund", "refund", body)
                .POST(BodyPublishers.ofString(body))
                .build();
        return answer(request, refund.name()).map(said -> new SentBack(said.equals("done"), said));
    }

    private HttpRequest.Builder signed(String target, String kind, String said) {
        return HttpRequest.newBuilder(sandbox.resolve(target))
                .timeout(ANSWER_WITHIN)
                .header(PageAsked.SIGNATURE, SandboxSignature.of(key, kind, said));
    }

    /// Empty where nothing came that the sandbox has signed.
    private Optional<String> answer(HttpRequest request, String question) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String signature =
                    response.headers().firstValue(PageAsked.SIGNATURE).orElse("");
            boolean isTheirs = SandboxSignature.isOf(key, "answer", question + "\n" + response.body(), signature);
            return response.statusCode() == 200 && isTheirs ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
