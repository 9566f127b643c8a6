package org.taswiya.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.JsonOut;

/// Writes what is answered; to whoever has it already, that nothing has changed.
final class ReplyWriter {
    private static final int OK = 200;

    private ReplyWriter() {}

    static int status(Reply reply) {
        return switch (reply) {
            case Reply.Told(int status, var _) -> status;
            case Reply.ToldAgain(int status, var _, var _) -> status;
            case Reply.Paper _ -> OK;
            case Reply.Refused(var problem) -> problem.kind().status();
        };
    }

    static void write(HttpServletRequest request, HttpServletResponse response, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Refused(var problem) -> ProblemWriter.write(response, problem);
            case Reply.Told(int status, Record answer) ->
                bytes(request, response, status, Operation.JSON, JsonOut.bytes(answer));
            case Reply.ToldAgain(int status, String json, boolean isReplayed) -> {
                if (isReplayed) {
                    response.setHeader("Idempotency-Replayed", "true");
                }
                bytes(request, response, status, Operation.JSON, json.getBytes(StandardCharsets.UTF_8));
            }
            case Reply.Paper(String mediaType, byte[] bytes, String fileName) -> {
                response.setHeader("Content-Disposition", "inline; filename=\"" + fileName + "\"");
                bytes(request, response, OK, mediaType, bytes);
            }
        }
    }

    private static void bytes(
            HttpServletRequest request, HttpServletResponse response, int status, String mediaType, byte[] bytes)
            throws IOException {
        boolean isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (isRead) {
            String tag = "\"" + Digests.hex(bytes).substring(0, 32) + "\"";
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", "private, no-cache");
            response.setHeader("Vary", "Authorization, Accept");
            if (isKnown(request, tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean isKnown(HttpServletRequest request, String tag) {
        return Collections.list(request.getHeaders("If-None-Match")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
