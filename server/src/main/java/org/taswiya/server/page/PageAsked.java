package org.taswiya.server.page;

import java.nio.charset.StandardCharsets;

/// A request.
///
/// @param path without the query
/// @param query as it was sent; empty where there is none
/// @param signature the header of this name; empty where it is missing
/// @param body as it was sent, which is what is signed
public record PageAsked(String method, String path, String query, String signature, String body) {
    /// The header.
    public static final String SIGNATURE = "Provider-Signature";

    /// As long as no honest form is, in bytes.
    public static final int BODY_MOST = 1 << 16;

    /// A body too long is cut, and so is no form that anybody has signed.
    public static String text(byte[] body) {
        return new String(body, 0, Math.min(body.length, BODY_MOST), StandardCharsets.UTF_8);
    }

    public boolean isPost() {
        return method.equals("POST");
    }
}
