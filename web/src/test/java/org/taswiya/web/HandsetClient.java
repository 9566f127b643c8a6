package org.taswiya.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A telephone of a reader's, which signs what it asks; written apart from the app.
record HandsetClient(PageTown town, KeyPair keys, String id) {
    private static final Pattern ID = Pattern.compile("\"handset\":\"([A-Z0-9]{8})\"");

    static KeyPair keys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Of who has signed in.
    static HandsetClient registered(StaffBrowser reader) {
        KeyPair keys = keys("secp256r1");
        reader.get("/staff/round/");
        HttpResponse<String> answer = reader.browser()
                .post("/staff/round/handset", "key", base64(keys.getPublic().getEncoded()));
        Matcher found = ID.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return new HandsetClient(reader.town(), keys, found.group(1));
    }

    String signature(String method, String path, String moment, byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update((method + "\n" + path + "\n" + moment + "\n" + base64(digest))
                    .getBytes(StandardCharsets.US_ASCII));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, new byte[0], town.now());
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send("POST", path, body, town.now());
    }

    HttpResponse<String> entries(String... entries) {
        String body = "{\"sent\":" + town.now().toEpochMilli() + ",\"entries\":[" + String.join(",", entries) + "]}";
        return post("/staff/round/entries", body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String path, byte[] body, Instant at) {
        String moment = Long.toString(at.toEpochMilli());
        return sendSigned(method, path, body, moment, signature(method, path, moment, body));
    }

    HttpResponse<String> sendSigned(String method, String path, byte[] body, String moment, String signature) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + town.port() + path))
                    .header("Handset", id)
                    .header("Handset-Moment", moment)
                    .header("Handset-Signature", signature)
                    .header("Content-Type", "application/json");
            return client.send(
                    method.equals("GET")
                            ? request.build()
                            : request.POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
