package org.taswiya.web.chromium;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window, and the one line over which it is told what to do.
public final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final long SECONDS_MOST = 30;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket line;
    private final AtomicLong asked = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> told = new ConcurrentHashMap<>();
    private CompletionStage<?> sent = CompletableFuture.completedStage(null);

    private Chromium(Process process, URI at) {
        this.process = process;
        this.line = client.newWebSocketBuilder().buildAsync(at, new Heard()).join();
    }

    /// Where one is on this machine: that without a window where there is one, which takes half the processor's time.
    public static Optional<Path> installed() {
        return first("/usr/bin/chromium-headless-shell").or(Chromium::whole);
    }

    /// Where one is that also shows notifications and works on for a page that was closed.
    public static Optional<Path> whole() {
        return first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    }

    private static Optional<Path> first(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /// @param profile where it keeps what it knows
    public static Chromium start(Path program, Path profile) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--accept-lang=ar",
                            "--hide-scrollbars",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--user-data-dir=" + profile,
                            "--remote-debugging-port=0",
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Chromium(process, listening(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It says where it listens; what else it says is of no use here, and has to be read all the same.
    private static URI listening(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        String mark = "DevTools listening on ";
        for (String words = said.readLine(); words != null; words = said.readLine()) {
            if (words.startsWith(mark)) {
                Thread.startVirtualThread(() -> readOn(said));
                return URI.create(words.substring(mark.length()));
            }
        }
        throw new IOException("Chromium has ended before it listened");
    }

    private static void readOn(BufferedReader said) {
        try {
            said.lines().forEach(_ -> {});
        } catch (UncheckedIOException _) {
            // it was killed in the middle of a word
        }
    }

    /// A page in a window of its own, which shares its cookies and what is kept with all others.
    public Tab tab() {
        String target = ask("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        String session = ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        return new Tab(this, session);
    }

    void listen(String session, Consumer<JsonNode> events) {
        told.put(session, events);
    }

    JsonNode ask(String session, String method, Map<String, ?> parameters) {
        long id = asked.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> message = new ConcurrentHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        say(JSON.writeValueAsString(message));
        JsonNode told = within(answer, method);
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.path("error"));
        }
        return told.path("result");
    }

    /// One message after the other: a socket takes no second one before the first is out.
    private synchronized void say(String message) {
        sent = sent.thenCompose(_ -> line.sendText(message, true));
    }

    static <T> T within(CompletableFuture<T> awaited, String what) {
        try {
            return awaited.get(SECONDS_MOST, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what, e);
        }
    }

    /// As when a battery is empty: at once, without a word to anybody.
    public void kill() {
        process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(SECONDS_MOST, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }

    @Override
    public void close() {
        try {
            ask("", "Browser.close", Map.of());
            process.waitFor(SECONDS_MOST, TimeUnit.SECONDS);
            client.shutdownNow(); // a line that the browser has dropped is waited for forever by a polite goodbye
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private final class Heard implements WebSocket.Listener {
        private final StringBuilder begun = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                JsonNode message = JSON.readTree(begun.toString());
                begun.setLength(0);
                if (message.has("id")) {
                    Objects.requireNonNull(answers.remove(message.path("id").asLong()))
                            .complete(message);
                } else {
                    told.getOrDefault(message.path("sessionId").asString(""), _ -> {})
                            .accept(message);
                }
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
