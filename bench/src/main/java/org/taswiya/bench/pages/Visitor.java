package org.taswiya.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.bench.pages.PagesTown.Resident;

/// A resident who has signed in.
///
/// @param bill one of theirs
record Visitor(PageSession session, Resident resident, String bill) {
    private static final Pattern BILL = Pattern.compile("href=\"/bills/([0-9A-Z]+)\"");
    private static final String BOUNDARY = "----a-boundary-between-fields";

    /// @throws IOException when they are not let in, or no bill of theirs is shown
    static Visitor signIn(HttpClient client, URI pages, Resident resident) throws IOException, InterruptedException {
        PageSession session = new PageSession(client, pages, address(resident.number()));
        session.enter("/login/password");
        HttpResponse<String> entered =
                session.enter("/login/password", "account", resident.account(), "password", PagesTown.PASSWORD);
        if (entered.statusCode() != 303) {
            throw new IOException(resident.account() + " was not let in: " + entered.statusCode());
        }
        HttpResponse<String> home = session.enter("/home");
        Matcher bill = BILL.matcher(home.body());
        if (!bill.find()) {
            throw new IOException(resident.account() + " is shown no bill: " + home.statusCode());
        }
        session.enter("/readings/" + resident.agreement());
        return new Visitor(session, resident, bill.group(1));
    }

    boolean seesBill() throws IOException, InterruptedException {
        return sees("/bills/" + bill);
    }

    boolean sees(String path) throws IOException, InterruptedException {
        return session.sees(path);
    }

    /// Says what the meter shows, by the form of the page. True when it was accepted.
    boolean gives(long value) throws IOException, InterruptedException {
        String body =
                field("_csrf", session.token()) + field("value", Long.toString(value)) + "--" + BOUNDARY + "--\r\n";
        HttpRequest request = session.ask("/readings/" + resident.agreement())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body))
                .build();
        return session.status(request) == 303;
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /// Each comes from an address of their own.
    private static String address(int number) {
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
