package org.taswiya.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Own readings of the town as another program brings them: many in a request, each meter once in all.
///
/// @param key that opens the door
/// @param themselves residents who give theirs themselves
/// @param turn a unit more each time that the town is measured: the same value again would be nothing new
record BulkReadings(HttpClient client, URI pages, String key, PagesTown town, Set<Integer> themselves, int turn) {
    private static final int AT_ONCE = 500;
    private static final String TAKEN = "\"outcome\":\"taken\"";

    /// @param number of the request
    /// @return how many of its readings were taken; less than 0 when the whole town has given theirs
    int send(long number) throws IOException, InterruptedException {
        int all = town.town().accounts();
        int from = (int) Math.min(all, number * AT_ONCE);
        if (from == all) {
            return -1;
        }
        String readings = IntStream.range(from, Math.min(all, from + AT_ONCE))
                .filter(resident -> !themselves.contains(resident))
                .mapToObj(this::reading)
                .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
        HttpRequest request = HttpRequest.newBuilder(pages.resolve("/api/v1/readings"))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("X-Forwarded-Proto", "https")
                .POST(BodyPublishers.ofString(readings))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 200 ? taken(answer.body()) : 0;
    }

    private String reading(int number) {
        return "{\"agreement\":\"" + town.resident(number).agreement() + "\",\"value\":\"" + (town.shown(number) + turn)
                + "\"}";
    }

    private static int taken(String body) {
        int taken = 0;
        for (int at = body.indexOf(TAKEN); at >= 0; at = body.indexOf(TAKEN, at + 1)) {
            taken++;
        }
        return taken;
    }
}
