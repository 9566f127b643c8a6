package org.taswiya.web;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody of the staff with a browser and a telephone that makes codes, written apart from the pages' own.
///
/// @param secret as the page has shown it
record StaffBrowser(PageTown town, Browser browser, String name, String password, String secret) {
    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// Uses a ticket, and chooses a password.
    static StaffBrowser welcomed(PageTown town, String name, String ticket) {
        Browser browser = town.browser();
        browser.get("/staff/welcome");
        HttpResponse<String> page = browser.post("/staff/welcome", "name", name, "code", ticket);
        Matcher found = SECRET.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("no secret on " + page.uri() + ": " + page.body());
        }
        String password = "four words of nobody else";
        StaffBrowser staff = new StaffBrowser(town, browser, name, password, found.group(1));
        browser.post("/staff/welcome/password", "password", password, "again", password, "code", staff.code());
        return staff;
    }

    /// An hour later, in a new browser.
    StaffBrowser later() {
        return new StaffBrowser(town, town.browser(), name, password, secret);
    }

    HttpResponse<String> signIn() {
        // the code that chose the password is not yet used: none was used to sign in
        return signInWith(name, password, code());
    }

    HttpResponse<String> signInWith(String typedName, String typedPassword, String code) {
        browser.get("/staff/login");
        return browser.post("/staff/login", "name", typedName, "password", typedPassword, "code", code);
    }

    HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    String code() {
        return code(town.now());
    }

    String code(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[20];
        for (int bit = 0; bit < 160; bit++) {
            int letter = LETTERS.indexOf(secret.charAt(bit / 5));
            if ((letter >> 4 - bit % 5 & 1) == 1) {
                bytes[bit / 8] |= (byte) (1 << 7 - bit % 8);
            }
        }
        return bytes;
    }
}
