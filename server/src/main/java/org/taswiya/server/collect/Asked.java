package org.taswiya.server.collect;

import java.util.List;

/// A request, whatever brought it.
///
/// @param target path and query as they were sent
/// @param key, time, signature the headers of these names, empty where they are missing
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests, and bodies are signed as they came
public record Asked(String method, String target, String key, String time, String signature, byte[] body) {
    /// As long as no honest message is.
    public static final int BODY_MOST = 1 << 20;

    /// The parts of the path.
    List<String> path() {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return List.of(path.substring(Math.min(1, path.length())).split("/", -1));
    }
}
