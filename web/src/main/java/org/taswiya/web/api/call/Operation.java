package org.taswiya.web.api.call;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.api.ApiScope;

/// A method on a path: all that is to be known of it, and what does it.
///
/// @param id as the description of the API and the trail name it
/// @param path below `/api/v1`, such as `/accounts/{account}`
/// @param scope that a key needs; null where none is needed
/// @param isPaged whether it takes `limit` and `cursor`
/// @param body what it takes; null where it takes none
/// @param status of an answer that is good
/// @param answer its JSON; null where that is described elsewhere
/// @param media the types that it can answer with, the first where nothing is asked for
/// @param problems that it alone has, beside those that all have
/// @param isLook whether it takes a body and writes nothing: what something would come to
public record Operation(
        String id,
        String method,
        String path,
        String summary,
        @Nullable ApiScope scope,
        boolean isPaged,
        @Nullable Class<? extends Record> body,
        int bodyMost,
        int status,
        @Nullable Class<? extends Record> answer,
        List<String> media,
        Set<ProblemKind> problems,
        boolean isLook,
        Handler handler) {
    public static final String JSON = "application/json";
    public static final String PDF = "application/pdf";
    public static final String JPEG = "image/jpeg";

    /// No body that somebody writes by hand is larger.
    private static final int SMALL = 16 * 1024;

    public Operation {
        media = List.copyOf(media);
        problems = Set.copyOf(problems);
    }

    /// What does it.
    public interface Handler {
        Reply on(Call call);
    }

    public static Operation get(
            String id, String path, String summary, @Nullable Class<? extends Record> answer, Handler handler) {
        return new Operation(
                id,
                "GET",
                path,
                summary,
                ApiScope.READ,
                false,
                null,
                0,
                200,
                answer,
                List.of(JSON),
                Set.of(ProblemKind.NOT_FOUND),
                false,
                handler);
    }

    public static Operation post(
            String id,
            String path,
            String summary,
            ApiScope scope,
            Class<? extends Record> body,
            int status,
            Class<? extends Record> answer,
            Handler handler) {
        return new Operation(
                id,
                "POST",
                path,
                summary,
                scope,
                false,
                body,
                SMALL,
                status,
                answer,
                List.of(JSON),
                Set.of(),
                false,
                handler);
    }

    /// Ends something: twice is once, and it takes nothing.
    public static Operation delete(
            String id,
            String path,
            String summary,
            ApiScope scope,
            @Nullable Class<? extends Record> answer,
            Handler handler) {
        return get(id, path, summary, answer, handler).byMethod("DELETE").needing(scope);
    }

    /// What something would come to: it is asked as often as anybody wants.
    public static Operation look(
            String id,
            String path,
            String summary,
            ApiScope scope,
            Class<? extends Record> body,
            Class<? extends Record> answer,
            Handler handler) {
        return new Operation(
                id,
                "POST",
                path,
                summary,
                scope,
                false,
                body,
                SMALL,
                200,
                answer,
                List.of(JSON),
                Set.of(),
                true,
                handler);
    }

    public Operation paged() {
        return new Operation(
                id, method, path, summary, scope, true, body, bodyMost, status, answer, media, problems, isLook,
                handler);
    }

    public Operation byMethod(String other) {
        return new Operation(
                id, other, path, summary, scope, isPaged, body, bodyMost, status, answer, media, problems, isLook,
                handler);
    }

    /// @param other null for nobody's scope
    public Operation needing(@Nullable ApiScope other) {
        return new Operation(
                id, method, path, summary, other, isPaged, body, bodyMost, status, answer, media, problems, isLook,
                handler);
    }

    public Operation upTo(int bytes) {
        return new Operation(
                id, method, path, summary, scope, isPaged, body, bytes, status, answer, media, problems, isLook,
                handler);
    }

    public Operation alsoAs(String mediaType) {
        return onlyAs(JSON, mediaType);
    }

    public Operation onlyAs(String... mediaTypes) {
        return new Operation(
                id,
                method,
                path,
                summary,
                scope,
                isPaged,
                body,
                bodyMost,
                status,
                answer,
                List.of(mediaTypes),
                problems,
                isLook,
                handler);
    }

    public Operation refusing(ProblemKind... more) {
        Set<ProblemKind> all = EnumSet.noneOf(ProblemKind.class);
        all.addAll(problems);
        all.addAll(List.of(more));
        return new Operation(
                id, method, path, summary, scope, isPaged, body, bodyMost, status, answer, media, all, isLook, handler);
    }

    /// Whether it changes nothing, so that its answer may be known already.
    public boolean isRead() {
        return method.equals("GET");
    }

    /// Whether it writes something that a second request would write again.
    public boolean isOnce() {
        return method.equals("POST") && !isLook;
    }

    /// What stands in a path for the parts of this one; empty where it is another's.
    public Optional<Map<PathPart, String>> match(List<String> asked) {
        List<String> parts = List.of(path.substring(1).split("/"));
        if (parts.size() != asked.size()) {
            return Optional.empty();
        }
        Map<PathPart, String> found = new EnumMap<>(PathPart.class);
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.startsWith("{")) {
                PathPart what = PathPart.of(part);
                if (!asked.get(i).matches(what.pattern())) {
                    return Optional.empty();
                }
                found.put(what, asked.get(i));
            } else if (!part.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
