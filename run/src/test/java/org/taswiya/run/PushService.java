package org.taswiya.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A push service and the browser behind it: takes push messages over HTTPS, looks at what they say of their sender,
/// and opens them with the browser's key. Written from the standards, with nothing of the product.
final class PushService implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder WORDS = Base64.getUrlEncoder().withoutPadding();

    /// What arrived.
    record Arrived(String path, Map<String, String> headers, String text) {}

    /// What it says instead of taking a message.
    record Saying(int status, String retryAfter) {}

    private final HttpsServer server;
    private final SSLContext tls;
    private final KeyPair browser;
    private final byte[] secret = new byte[16];
    private final Deque<Arrived> arrived = new ArrayDeque<>();
    private final Map<String, Saying> sayings = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

    PushService(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        tls = tls(folder);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        browser = generator.generateKeyPair();
        Arrays.fill(secret, (byte) 7);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::take);
        server.start();
    }

    private static SSLContext tls(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("tls.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!made.waitFor(1, TimeUnit.MINUTES) || made.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    /// One that knows this service's certificate.
    HttpClient.Builder client() {
        return HttpClient.newBuilder().sslContext(tls);
    }

    /// What the browser gives whoever may send to it.
    String subscription(String name) {
        return "https://localhost:" + server.getAddress().getPort() + "/" + name + " "
                + WORDS.encodeToString(point((ECPublicKey) browser.getPublic())) + " " + WORDS.encodeToString(secret);
    }

    /// From now on, to messages for one subscription; 0 is as usual.
    void say(String name, int status, String retryAfter) {
        sayings.put("/" + name, new Saying(status, retryAfter));
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /// What it found wrong with requests.
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Saying saying = sayings.getOrDefault(path, new Saying(0, ""));
            if (saying.status() != 0) {
                if (!saying.retryAfter().isEmpty()) {
                    exchange.getResponseHeaders().add("Retry-After", saying.retryAfter());
                }
                byte[] words = "not now,\r\nor never".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(saying.status(), words.length);
                exchange.getResponseBody().write(words);
                return;
            }
            Map<String, String> headers = new ConcurrentHashMap<>();
            for (String name : List.of("TTL", "Urgency", "Topic", "Content-Encoding", "Authorization")) {
                headers.put(name, String.valueOf(exchange.getRequestHeaders().getFirst(name)));
            }
            try {
                requireVapid(headers.getOrDefault("Authorization", ""));
                Arrived one = new Arrived(path, headers, open(body));
                synchronized (arrived) {
                    // what waits with the same topic is replaced
                    arrived.removeIf(other -> other.path().equals(path)
                            && other.headers().get("Topic").equals(headers.get("Topic")));
                    arrived.add(one);
                }
                exchange.sendResponseHeaders(201, -1);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                faults.add(e.toString());
                exchange.sendResponseHeaders(400, -1);
            }
        }
    }

    /// RFC 8292: who sends has signed that it is for us.
    private void requireVapid(String authorization) throws GeneralSecurityException {
        String[] parts = authorization.replace("vapid t=", "").split(", k=", 2);
        String[] token = parts[0].split("\\.", 3);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key(bytes(parts[1])));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        String claims = new String(bytes(token[1]), StandardCharsets.UTF_8);
        String ours = "{\"aud\":\"https://localhost:" + server.getAddress().getPort() + "\",\"exp\":";
        if (!signature.verify(bytes(token[2]))
                || !claims.startsWith(ours)
                || !claims.endsWith("\"sub\":\"mailto:it@utility.example\"}")) {
            throw new GeneralSecurityException("signed is " + claims);
        }
    }

    /// RFC 8291.
    private String open(byte[] body) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = read(in, 16);
        int record = in.getInt();
        byte[] sender = read(in, in.get());
        if (body.length > record || body.length > 4096) {
            throw new GeneralSecurityException("too long: " + body.length);
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(key(sender), true);
        byte[] info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(point((ECPublicKey) browser.getPublic()))
                .put(sender)
                .array();
        byte[] made = mac(salt, mac(mac(secret, agreement.generateSecret()), info, (byte) 1));
        byte[] key = Arrays.copyOf(mac(made, ascii("Content-Encoding: aes128gcm\0"), (byte) 1), 16);
        byte[] nonce = Arrays.copyOf(mac(made, ascii("Content-Encoding: nonce\0"), (byte) 1), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(read(in, in.remaining()));
        if (padded[padded.length - 1] != 2) {
            throw new GeneralSecurityException("no last record");
        }
        return new String(padded, 0, padded.length - 1, StandardCharsets.UTF_8);
    }

    private static byte[] mac(byte[] key, byte[] text, byte... after) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(text);
        return mac.doFinal(after);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static byte[] read(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private ECPublicKey key(byte[] point) throws GeneralSecurityException {
        ECParameterSpec curve = ((ECPublicKey) browser.getPublic()).getParams();
        ECPoint at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, curve));
    }

    private static byte[] point(ECPublicKey key) {
        ByteBuffer point = ByteBuffer.allocate(65).put((byte) 4);
        for (BigInteger coordinate : List.of(key.getW().getAffineX(), key.getW().getAffineY())) {
            byte[] bytes = coordinate.add(BigInteger.ONE.shiftLeft(256)).toByteArray(); // a one before 32 bytes
            point.put(bytes, bytes.length - 32, 32);
        }
        return point.array();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
