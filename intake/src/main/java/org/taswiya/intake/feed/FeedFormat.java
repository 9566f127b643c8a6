package org.taswiya.intake.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The formats that are understood.
public enum FeedFormat {
    GREEN_BUTTON("green-button", "Green Button"),
    NEM12("nem12", "NEM12");

    private static final int LOOKED_AT = 256;

    private final String code;
    private final String words;

    FeedFormat(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    /// As people say it.
    public String words() {
        return words;
    }

    public static Optional<FeedFormat> ofCode(String code) {
        for (FeedFormat format : values()) {
            if (format.code.equals(code)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// What a file begins with tells the one from the other; empty when it is neither.
    public static Optional<FeedFormat> of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(LOOKED_AT);
        }
        StringBuilder seen = new StringBuilder();
        for (byte one : first) {
            if (one > ' ') {
                seen.append((char) one);
            }
        }
        if (seen.indexOf("<") == 0) {
            return Optional.of(GREEN_BUTTON);
        }
        return seen.indexOf("100,") == 0 ? Optional.of(NEM12) : Optional.empty();
    }
}
