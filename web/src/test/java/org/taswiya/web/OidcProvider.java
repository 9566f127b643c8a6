package org.taswiya.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A provider of OpenID Connect over real sockets: code flow, PKCE, tokens signed with RS256, its keys at an address.
/// Whoever comes is signed in there already, and what it says of them can be made wrong.
final class OidcProvider implements AutoCloseable {
    static final String CLIENT = "taswiya-console";
    static final String SECRET = "a secret for trials";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final KeyPair key = pair();
    private final KeyPair otherKey = pair();
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();
    private volatile Consumer<Token> bending = _ -> {};
    private volatile boolean isStateKept = true;

    /// What somebody came with.
    private record Asked(String challenge, String nonce, String back) {}

    /// What is said of them, before it is signed.
    static final class Token {
        final Map<String, Object> claims = new LinkedHashMap<>();
        String algorithm = "RS256";
        boolean isByOtherKey;
    }

    private OidcProvider(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    static OidcProvider start() {
        return start(0);
    }

    static OidcProvider start(int port) {
        try {
            return new OidcProvider(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Somebody with this address, or whatever else is bent.
    void says(String email, Consumer<Token> more) {
        bending = token -> {
            token.claims.put("email", email);
            token.claims.put("email_verified", true);
            more.accept(token);
        };
    }

    /// Sends people back with a state of its own.
    void loseStates(boolean isLost) {
        isStateKept = !isLost;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                new String[] {"code"},
                "subject_types_supported",
                new String[] {"public"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    private Map<String, Object> keys() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        Map<String, String> one = Map.of(
                "kty", "RSA",
                "kid", "k1",
                "use", "sig",
                "alg", "RS256",
                "n", text(open.getModulus().toByteArray()),
                "e", text(open.getPublicExponent().toByteArray()));
        return Map.of("keys", new Object[] {one});
    }

    private static String text(byte[] bytes) {
        byte[] plain = bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static Map<String, String> fields(@Nullable String query) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : Objects.requireNonNullElse(query, "").split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return fields;
    }

    /// Only whoever shows how the proof will be checked (PKCE) is sent back.
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> fields = fields(exchange.getRequestURI().getRawQuery());
        boolean isRight = fields.getOrDefault("client_id", "").equals(CLIENT)
                && fields.getOrDefault("response_type", "").equals("code")
                && fields.getOrDefault("scope", "").contains("openid")
                && fields.getOrDefault("code_challenge_method", "").equals("S256")
                && fields.containsKey("state")
                && fields.containsKey("nonce");
        if (!isRight) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = "code" + codes.incrementAndGet();
        String back = Objects.requireNonNull(fields.get("redirect_uri"));
        asked.put(code, new Asked(fields.getOrDefault("code_challenge", ""), fields.getOrDefault("nonce", ""), back));
        String state = isStateKept ? fields.getOrDefault("state", "") : "of somebody else";
        exchange.getResponseHeaders()
                .add("Location", back + "?code=" + code + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> fields =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Base64.getEncoder()
                .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        boolean isClient =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Asked one = asked.remove(fields.getOrDefault("code", ""));
        boolean isProven = one != null
                && one.back().equals(fields.get("redirect_uri"))
                && one.challenge().equals(digest(fields.getOrDefault("code_verifier", "")));
        if (!isClient || one == null || !isProven) {
            answer(exchange, 400, Map.of("error", isClient ? "invalid_grant" : "invalid_client"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "opaque",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        signed(one.nonce())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String digest(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String nonce) {
        Token token = new Token();
        Instant now = Instant.now();
        token.claims.put("iss", issuer().toString());
        token.claims.put("sub", "person-1");
        token.claims.put("aud", CLIENT);
        token.claims.put("iat", now.getEpochSecond());
        token.claims.put("exp", now.plusSeconds(300).getEpochSecond());
        token.claims.put("nonce", nonce);
        bending.accept(token);
        String head = json(Map.of("alg", token.algorithm, "kid", "k1", "typ", "JWT"));
        String said = text(head.getBytes(StandardCharsets.UTF_8)) + "."
                + text(json(token.claims).getBytes(StandardCharsets.UTF_8));
        return said + "." + (token.algorithm.equals("none") ? "" : signature(said, token.isByOtherKey));
    }

    private String signature(String said, boolean isByOtherKey) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((isByOtherKey ? otherKey : key).getPrivate());
            signature.update(said.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static void answer(HttpExchange exchange, int status, Object said) throws IOException {
        byte[] body = json(said).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
