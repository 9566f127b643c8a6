package org.taswiya.server.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.taswiya.server.page.Fields;
import org.taswiya.server.page.PageAsked;

/// A customer's browser; it does not follow redirects by itself.
final class Browser {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(URI page, String signature, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(page)
                        .header(PageAsked.SIGNATURE, signature)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new IllegalStateException("no redirect but " + response.statusCode() + " " + response.body())));
    }

    /// From our form to the provider's page.
    HttpResponse<String> pay(URI server, String account, String bill) throws IOException, InterruptedException {
        return post(
                server.resolve("/online/pay"),
                "none",
                Fields.of("account", account, "bill", bill, "lang", "fr").text());
    }

    /// On the provider's page.
    ///
    /// @return where the customer comes back to
    URI choose(URI page, Choice choice) throws IOException, InterruptedException {
        return location(post(
                page.resolve("/page"),
                "none",
                Fields.of("order", page.getRawQuery(), "choice", choice.code()).text()));
    }
}
