package org.taswiya.web.api.call;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.Once;

/// One request of an operation.
///
/// @param key that it bears; null where the operation is open to everybody
/// @param media the type that is answered with, of those of the operation
/// @param limit of how many a page may hold
/// @param cursor after what the page begins; empty for the first one
/// @param body null where the operation takes none
/// @param once under what it is done; null where doing it again is nothing else
/// @param local where the request came in, as programs of this machine reach it
public record Call(
        @Nullable ApiKey key,
        Map<PathPart, String> path,
        String media,
        int limit,
        String cursor,
        @Nullable Record body,
        Once.@Nullable Request once,
        URI local,
        Seen seen) {
    public static final int LIMIT_MOST = 200;
    public static final int LIMIT_USUAL = 50;
    private static final String POSITION = "[0-9A-Za-z~.:_-]{1,110}";

    public Call {
        path = Map.copyOf(path);
    }

    /// Whose account a request turned out to be about.
    public static final class Seen {
        private @Nullable String account;

        public Seen() {}

        public @Nullable String account() {
            return account;
        }
    }

    /// Says whose it is, for the trail.
    public String about(String account) {
        seen.account = account;
        return account;
    }

    public ApiKey bearer() {
        return Objects.requireNonNull(key, "open to everybody");
    }

    public Once.Request request() {
        return Objects.requireNonNull(once, "done as often as it comes");
    }

    public String part(PathPart part) {
        return Objects.requireNonNull(path.get(part), part::name);
    }

    public <R extends Record> R body(Class<R> shape) {
        return shape.cast(Objects.requireNonNull(body, shape::getName));
    }

    /// Nothing of what is another's, and nothing of what is not there: who asks cannot tell them apart.
    public static TurnedAway unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "There is nothing here that this key opens. Check the reference.")
                .thrown();
    }

    /// The part of a list that is asked for.
    ///
    /// @param next the cursor of the one after; null where there is none
    public record Page<T>(List<T> values, @Nullable String next) {
        public Page {
            values = List.copyOf(values);
        }
    }

    /// Of the whole list.
    ///
    /// @param position of a value, which a cursor names
    public <T> Page<T> page(List<T> all, Function<T, String> position) {
        int from = 0;
        if (!cursor.isEmpty()) {
            while (from < all.size() && !position.apply(all.get(from)).equals(cursor)) {
                from++;
            }
            if (from == all.size()) {
                throw badCursor();
            }
            from++;
        }
        return pageOf(all.subList(from, all.size()), position);
    }

    /// Of those that come after the cursor already, one more than a page holds if there are as many.
    public <T> Page<T> pageOf(List<T> rest, Function<T, String> position) {
        return rest.size() <= limit
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, limit), encoded(position.apply(rest.get(limit - 1))));
    }

    private static String encoded(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /// The position that a cursor names.
    public static String decoded(String cursor) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (position.matches(POSITION)) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
        throw badCursor();
    }

    public static TurnedAway badCursor() {
        return Problem.of(
                        ProblemKind.BAD_PARAMETER,
                        "cursor is none that a page of this list has given as 'next'. Begin again without one.")
                .thrown();
    }
}
