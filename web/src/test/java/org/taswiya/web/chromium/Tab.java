package org.taswiya.web.chromium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// A page of a browser, as somebody has it before them.
public final class Tab {
    /// What is wrong with a page, a line each: the rule, and what of the page breaks it.
    private static final String AXE = """
            axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.flatMap(v =>
                v.nodes.map(n => v.id + ' ' + n.html.slice(0, 200) + ' ' + (n.any[0]?.message ?? ''))))""";

    private static final int BROUGHT_MOST = 10;
    private static final Duration LOOKED_AGAIN = Duration.ofMillis(20);

    private final Chromium chromium;
    private final String session;
    private final Map<String, String> registered = new ConcurrentHashMap<>();
    private final List<String> workerFaults = new CopyOnWriteArrayList<>();

    Tab(Chromium chromium, String session) {
        this.chromium = chromium;
        this.session = session;
        chromium.listen(session, message -> {
            switch (message.path("method").asString()) {
                case "ServiceWorker.workerRegistrationUpdated" ->
                    message.path("params").path("registrations").forEach(this::registered);
                case "ServiceWorker.workerErrorReported" ->
                    workerFaults.add(message.path("params").toString());
                default -> {}
            }
        });
        ask("Page.enable", Map.of());
        ask("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return chromium.ask(session, method, parameters);
    }

    /// As large as the screen of a telephone or of a desk.
    public void size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    public void go(String address) {
        loading(() -> ask("Page.navigate", Map.of("url", address)));
    }

    /// Chooses what leads to another page.
    ///
    /// @param selector of CSS
    public void follow(String selector) {
        loading(() -> evaluate("document.querySelector(" + quoted(selector) + ").click()"));
    }

    /// Presses a key that leads to another page, where nobody types.
    public void press(String key) {
        loading(() -> evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: " + quoted(key)
                + ", bubbles: true}))"));
    }

    public void type(String selector, String text) {
        evaluate("document.querySelector(" + quoted(selector) + ").value = " + quoted(text));
    }

    /// Chooses a file.
    public void choose(String selector, Path file) {
        String field = ask("Runtime.evaluate", Map.of("expression", "document.querySelector(" + quoted(selector) + ")"))
                .path("result")
                .path("objectId")
                .asString();
        ask("DOM.setFileInputFiles", Map.of("files", List.of(file.toString()), "objectId", field));
    }

    /// A key of the keyboard, where the focus is.
    ///
    /// @param code that Windows has for it
    public void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /// A key of the keyboard, where the focus is, that leads to another page.
    public void pressOn(String key, int code) {
        loading(() -> press(key, code));
    }

    /// A thumb that comes down twice at one place, an eighth of a second apart by its own clock.
    public void tapTwice(String selector) {
        JsonNode at = evaluate("""
                (() => {
                  const box = document.querySelector(%s).getBoundingClientRect();
                  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
                })()""".formatted(quoted(selector)));
        double now = Instant.now().toEpochMilli() / 1000.0;
        for (int time = 0; time < 2; time++) {
            for (String type : List.of("mousePressed", "mouseReleased")) {
                ask(
                        "Input.dispatchMouseEvent",
                        Map.of(
                                "type",
                                type,
                                "x",
                                at.path("x").asDouble(),
                                "y",
                                at.path("y").asDouble(),
                                "button",
                                "left",
                                "clickCount",
                                time + 1,
                                "timestamp",
                                now + time / 8.0));
            }
        }
    }

    /// A device that keeps passkeys, as a telephone does that is unlocked by a finger.
    ///
    /// @return its name
    public String addAuthenticator() {
        ask("WebAuthn.enable", Map.of());
        Map<String, Object> kind = Map.of(
                "protocol", "ctap2",
                "transport", "internal",
                "hasResidentKey", true,
                "hasUserVerification", true,
                "isUserVerified", true,
                "automaticPresenceSimulation", true);
        return ask("WebAuthn.addVirtualAuthenticator", Map.of("options", kind))
                .path("authenticatorId")
                .asString();
    }

    /// Whether its holder shows their finger when they are asked for it.
    public void showFinger(String authenticator, boolean isShown) {
        ask("WebAuthn.setUserVerified", Map.of("authenticatorId", authenticator, "isUserVerified", isShown));
    }

    /// Its passkeys, as a copy of it would have them.
    public JsonNode passkeys(String authenticator) {
        return ask("WebAuthn.getCredentials", Map.of("authenticatorId", authenticator))
                .path("credentials");
    }

    /// Puts back what it had when a copy was taken.
    public void restore(String authenticator, JsonNode passkeys) {
        ask("WebAuthn.clearCredentials", Map.of("authenticatorId", authenticator));
        passkeys.forEach(
                one -> ask("WebAuthn.addCredential", Map.of("authenticatorId", authenticator, "credential", one)));
    }

    /// The page that is there is marked: what a browser says of pages that have loaded may be of the one before.
    private void loading(Runnable what) {
        evaluate("window.isBefore = true");
        what.run();
        Instant end = Instant.now().plusSeconds(Chromium.SECONDS_MOST);
        while (!isLoaded()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no page has loaded");
            }
            LockSupport.parkNanos(LOOKED_AGAIN.toNanos());
        }
    }

    private boolean isLoaded() {
        try {
            return is("window.isBefore !== true && document.readyState === 'complete'");
        } catch (IllegalStateException _) {
            return false; // between two pages there is none that could be asked
        }
    }

    /// Of what an expression comes to, once what it promises is kept.
    public String text(String expression) {
        return evaluate(expression).asString("");
    }

    public boolean is(String expression) {
        return evaluate(expression).asBoolean(false);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    public JsonNode evaluate(String expression) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /// Does something in every page from now on, before any script of it.
    public void before(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /// As when a sign-in has ended.
    public void forgetCookies() {
        ask("Network.clearBrowserCookies", Map.of());
    }

    /// The browser tells of those of other servers too, and of those that it has given up.
    private void registered(JsonNode one) {
        String scope = one.path("scopeURL").asString();
        String id = one.path("registrationId").asString();
        if (one.path("isDeleted").asBoolean(false)) {
            registered.remove(scope, id);
        } else {
            registered.put(scope, id);
        }
    }

    private String worker(String scope) {
        Instant end = Instant.now().plusSeconds(Chromium.SECONDS_MOST);
        String id = registered.get(scope);
        while (id == null) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no worker of " + scope);
            }
            LockSupport.parkNanos(LOOKED_AGAIN.toNanos());
            id = registered.get(scope);
        }
        return id;
    }

    /// As when the browser finds that there is a network again, of which a worker wanted to be told.
    public void sync(String origin, String scope, String tag) {
        ask("ServiceWorker.enable", Map.of());
        String worker = worker(origin + scope);
        ask(
                "ServiceWorker.dispatchSyncEvent",
                Map.of("origin", origin, "registrationId", worker, "tag", tag, "lastChance", false));
    }

    /// As when its reader has said yes to notifications, and the service of the browser's maker brings one. A browser
    /// may drop what comes while its worker is being started; the service would bring it again, and so it is here.
    ///
    /// @return what it shows of it: title, text, direction and where it leads; how its worker is where it shows nothing
    public String broughtAndShown(String origin, String text) {
        ask("Browser.grantPermissions", Map.of("origin", origin, "permissions", List.of("notifications")));
        ask("ServiceWorker.enable", Map.of());
        String shown = "";
        for (int time = 0; shown.isEmpty() && time < BROUGHT_MOST; time++) {
            ask(
                    "ServiceWorker.deliverPushMessage",
                    Map.of("origin", origin, "registrationId", worker(origin + "/"), "data", text));
            shown = text("""
                    (async () => {
                      const ready = await navigator.serviceWorker.ready;
                      for (let i = 0; i < 60; i++) {
                        const shown = await ready.getNotifications();
                        if (shown.length) {
                          return shown.map(s => s.title + '/' + s.body + '/' + s.dir + '/' + s.data).join();
                        }
                        await new Promise(later => setTimeout(later, 50));
                      }
                      return '';
                    })()""");
        }
        return shown.isEmpty() ? text("""
                        (async () => {
                          const all = await navigator.serviceWorker.getRegistrations();
                          return 'nothing; ' + Notification.permission + all.map(one => ' ' + one.scope + ' '
                            + one.active?.state + ' ' + one.waiting?.state + ' ' + one.installing?.state).join();
                        })()""") + registered + workerFaults : shown;
    }

    /// What keeps the page from being put on the device as a program.
    public List<String> whyNotInstallable() {
        List<String> found = new ArrayList<>();
        ask("Page.getInstallabilityErrors", Map.of())
                .path("installabilityErrors")
                .forEach(error -> found.add(error.path("errorId").asString()));
        ask("Page.getAppManifest", Map.of())
                .path("errors")
                .forEach(error -> found.add(error.path("message").asString()));
        return found;
    }

    public void close() {
        ask("Page.close", Map.of());
    }

    public String path() {
        return text("location.pathname");
    }

    /// What axe finds on the page.
    public List<String> violations() {
        if (!is("'axe' in window")) {
            evaluate(AxeSource.TEXT);
        }
        List<String> found = new ArrayList<>();
        evaluate(AXE).forEach(line -> found.add(line.asString()));
        return found;
    }

    /// The whole page, however high it is. A page that is no higher than the screen is taken as it is on it: what is
    /// beyond the screen of one that is read from right to left begins where a bar to scroll it by would be, and the
    /// picture is drawn aside.
    public void picture(Path file) {
        boolean isHigher = is("document.documentElement.scrollHeight > innerHeight");
        String drawn = ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", isHigher))
                .path("data")
                .asString();
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, Base64.getDecoder().decode(drawn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class AxeSource {
        private static final String TEXT = read();

        private static String read() {
            try (InputStream source = Tab.class.getResourceAsStream("/axe.min.js")) {
                return new String(Objects.requireNonNull(source, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
