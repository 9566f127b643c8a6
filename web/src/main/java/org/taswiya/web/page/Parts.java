package org.taswiya.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The files that pages are drawn with, by names that change when they change: a browser may keep what it has for as
/// long as it likes, and asks for no file twice.
final class Parts {
    private static final int DIGEST_BYTES = 6;
    private static final Map<String, String> NAMED = new ConcurrentHashMap<>();

    private Parts() {}

    /// @param path as `/style.css`
    /// @return as `/style.css?v=0123456789ab`
    static String named(String path) {
        return NAMED.computeIfAbsent(path, Parts::name);
    }

    private static String name(String path) {
        try (InputStream file = Parts.class.getResourceAsStream("/static" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + path);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
    }
}
