package org.taswiya.server.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.taswiya.core.quantity.Money;
import org.taswiya.server.page.Fields;
import org.taswiya.server.page.PageAsked;

/// The provider's side: takes cards that are none, and tells the utility until it answers.
public final class Sandbox implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration WAIT = Duration.ofMillis(100);

    private final String key;
    private final Clock clock;
    private final SaleLog log;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// Goes on where its log ends: who was not told is told.
    ///
    /// @param log on the disk
    /// @param key that it shares with the utility
    public Sandbox(Path log, String key, Clock clock) throws IOException {
        this.key = key;
        this.clock = clock;
        this.log = new SaleLog(log);
        this.log.all().stream()
                .filter(sale -> sale.choice().isTold() && !sale.isTold())
                .forEach(this::tellInTime);
    }

    String key() {
        return key;
    }

    /// Takes or refuses a card; the utility is told as was chosen.
    Sale decide(Fields order, Choice choice) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        Sale sale = log.add(number -> new Sale(
                number,
                order.get("attempt"),
                order.get("utility"),
                order.get("account"),
                Money.parse(order.get("amount")),
                today,
                choice,
                order.get("notices"),
                false,
                ""));
        if (choice == Choice.BEFORE) {
            tellOnce(sale);
        }
        if (choice.isTold()) {
            tellInTime(sale);
        }
        return sale;
    }

    /// Tells of all that was put off.
    void tellLate() {
        log.all().stream()
                .filter(sale -> sale.choice() == Choice.LATE && !sale.isTold())
                .forEach(this::tellInTime);
    }

    private void tellInTime(Sale sale) {
        threads.execute(() -> {
            int left = sale.choice().times();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                if (tellOnce(sale)) {
                    left--;
                } else {
                    LockSupport.parkNanos(WAIT.toNanos());
                }
            }
        });
    }

    /// @return whether the utility has answered; a refusal is an answer, trouble is none
    private boolean tellOnce(Sale sale) {
        String notice = sale.notice();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sale.notices()))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(PageAsked.SIGNATURE, SandboxSignature.of(key, "notice", notice))
                .POST(BodyPublishers.ofString(notice))
                .build();
        try {
            if (http.send(request, BodyHandlers.discarding()).statusCode() >= 500) {
                return false;
            }
            log.told(sale);
            return true;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The utility's notices of an attempt, each a line.
    String noticesOf(String attempt) {
        return log.all().stream()
                .filter(sale -> sale.attempt().equals(attempt))
                .map(Sale::notice)
                .collect(Collectors.joining("\n"));
    }

    /// @return `done`, or why not
    String sendBack(Fields asked) {
        return log.sendBack(asked.get("transaction"), asked.get("amount"), asked.get("refund"))
                .map(why -> "refused: " + why)
                .orElse("done");
    }

    List<Sale> sales() {
        return log.all();
    }

    /// What was taken on a day and not sent back, as `collector reconcile` reads it.
    public String day(LocalDate day) {
        StringBuilder lines = new StringBuilder("transaction,account,amount,day\n");
        for (Sale sale : log.all()) {
            if (sale.isPaid() && sale.refund().isEmpty() && sale.day().equals(day)) {
                lines.append(String.join(
                                ",",
                                sale.number(),
                                sale.account(),
                                sale.amount().toString(),
                                sale.day().toString()))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    /// Takes no card any more, and tells of everything but what is silent; the utility has to answer.
    public void tellAll() {
        tellLate();
        threads.close();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        http.shutdownNow();
        log.close();
    }
}
