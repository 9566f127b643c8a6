package org.taswiya.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffRole;

/// A supervisor who has signed in to the console, to whom all of it is open.
record Clerk(PageSession session) {
    private static final String ADDRESS = "10.200.0.1";
    private static final int SECRET_BYTES = 20;

    /// What they have chosen before. A name is new each time.
    record Hired(String name) {}

    /// Somebody with a password and a second factor that are written here: they are of a town that is made up.
    static Hired hire(Database database, Instant now) {
        String name = "bench-" + now.getEpochSecond();
        Change why = new Change(now, "bench", "somebody looks at the console");
        Staff.add(database, name, StaffRole.SUPERVISOR, name, why);
        OptionalLong ticket = StaffDoor.ticket(database, name, name, now);
        StaffDoor.choose(database, ticket.orElseThrow(), PagesTown.HASH, secret(name), why);
        return new Hired(name);
    }

    private static byte[] secret(String name) {
        return Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), SECRET_BYTES);
    }

    /// @throws IOException when they are not let in
    static Clerk signIn(HttpClient client, URI pages, Hired hired) throws IOException, InterruptedException {
        PageSession session = new PageSession(client, pages, ADDRESS);
        session.enter("/staff/login");
        HttpResponse<String> entered = session.enter(
                "/staff/login",
                "name",
                hired.name(),
                "password",
                PagesTown.PASSWORD,
                "code",
                code(secret(hired.name()), Instant.now()));
        if (entered.statusCode() != 303) {
            throw new IOException(hired.name() + " was not let in: " + entered.statusCode());
        }
        session.enter("/staff/search");
        return new Clerk(session);
    }

    /// Six digits of RFC 6238.
    private static String code(byte[] secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Math.floorDiv(at.getEpochSecond(), 30))
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean sees(String path) throws IOException, InterruptedException {
        return session.sees(path);
    }

    /// What a page shows.
    String reads(String path) throws IOException, InterruptedException {
        return session.get(path).body();
    }

    /// A form, whatever comes of it.
    void sends(String path, String... namesAndValues) throws IOException, InterruptedException {
        session.post(path, namesAndValues);
    }

    /// What a form is answered with.
    String answered(String path, String... namesAndValues) throws IOException, InterruptedException {
        return session.post(path, namesAndValues).body();
    }

    /// Whether a form that changes nothing yet is answered with what would come of it.
    boolean previews(String path, String... namesAndValues) throws IOException, InterruptedException {
        return session.post(path, namesAndValues).statusCode() == 200;
    }

    /// Whether a search shows an account, by the page that its form leads to.
    ///
    /// @param account its reference, or how those begin that will do
    boolean finds(String typed, String account) throws IOException, InterruptedException {
        HttpResponse<String> asked = session.post("/staff/search", "q", typed);
        String found = asked.headers().firstValue("Location").orElse("/staff/search");
        return session.get(found).body().contains("/staff/accounts/" + account);
    }

    /// Whether it is shown while somebody still types.
    boolean hits(String typed, String account) throws IOException, InterruptedException {
        return session.post("/staff/search/hits", "q", typed).body().contains("/staff/accounts/" + account);
    }
}
