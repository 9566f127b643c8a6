package org.taswiya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.DatabaseException.Fault;

/// Where a server is and who asks. Its text never holds the password.
record ServerAddress(String host, int port, String name, String user, String password) {
    private static final int STANDARD_PORT = 5432;
    private static final int PORT_MOST = 65_535;

    /// Reads `postgresql://USER:PASSWORD@HOST:PORT/NAME`; `jdbc:` before it and parameters after it are allowed.
    static ServerAddress parse(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        URI uri;
        try {
            uri = new URI(plain);
        } catch (URISyntaxException e) {
            throw unreadable();
        }
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "");
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        if (!(scheme.equals("postgresql") || scheme.equals("postgres"))
                || uri.getHost() == null
                || path.length() < 2
                || uri.getPort() > PORT_MOST) {
            throw unreadable();
        }
        String[] credentials =
                Objects.requireNonNullElse(uri.getRawUserInfo(), "").split(":", 2);
        return new ServerAddress(
                uri.getHost(),
                uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
                path.substring(1),
                firstOf(
                        decoded(credentials[0]),
                        System.getenv("TASWIYA_DATABASE_USER"),
                        System.getProperty("user.name")),
                firstOf(
                        credentials.length < 2 ? "" : decoded(credentials[1]),
                        System.getenv("TASWIYA_DATABASE_PASSWORD"),
                        inFile(System.getenv("TASWIYA_DATABASE_PASSWORD_FILE"))));
    }

    /// The first line of a file that is there for nothing else.
    private static @Nullable String inFile(@Nullable String file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseException(
                    Fault.NOT_ADMITTED,
                    "The password of the database cannot be read from TASWIYA_DATABASE_PASSWORD_FILE (" + file
                            + "). Is it there, and this user's?",
                    e);
        }
    }

    private static DatabaseException unreadable() {
        // The text may hold a password, so it is not repeated.
        return new DatabaseException(
                Fault.NO_ADDRESS,
                "The database's URL cannot be read; expected postgresql://USER:PASSWORD@HOST:PORT/NAME.",
                null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String firstOf(String first, @Nullable String second, @Nullable String third) {
        if (!first.isEmpty()) {
            return first;
        }
        return second != null && !second.isEmpty() ? second : Objects.requireNonNullElse(third, "");
    }

    ServerAddress database(String other) {
        return new ServerAddress(host, port, other, user, password);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /// What [#parse] reads as this address.
    String url() {
        return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + host + ":" + port + "/" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}
