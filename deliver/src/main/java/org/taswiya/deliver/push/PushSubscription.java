package org.taswiya.deliver.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Where a browser takes push messages of ours, and with which keys. As an address it is one line: the endpoint, the key
/// and the secret as browsers give them, with a space between.
///
/// @param endpoint at the push service of the browser's maker
/// @param key of the browser, `p256dh`
/// @param secret that the browser shares with us, `auth`
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record PushSubscription(URI endpoint, ECPublicKey key, byte[] secret) {
    private static final int SECRET = 16;
    private static final int HTTPS = 443;

    /// A subscription, or what is wrong with it.
    public sealed interface Parsed {
        record Good(PushSubscription subscription) implements Parsed {}

        /// @param found what was found, and what was expected
        record Wrong(String found) implements Parsed {}
    }

    /// Reads an address.
    public static Parsed parse(String address) {
        String[] parts = address.split(" ", -1);
        if (parts.length != 3) {
            return new Parsed.Wrong("found " + parts.length + " parts, expected an endpoint, p256dh and auth");
        }
        URI endpoint;
        try {
            endpoint = new URI(parts[0]);
        } catch (URISyntaxException e) {
            return new Parsed.Wrong("found the endpoint " + parts[0] + ": " + e.getReason());
        }
        if (!"https".equals(endpoint.getScheme()) || endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
            return new Parsed.Wrong("found the endpoint " + parts[0] + ", expected https with a host");
        }
        Optional<ECPublicKey> key = P256.publicKey(bytes(parts[1]));
        if (key.isEmpty()) {
            return new Parsed.Wrong("found the key " + parts[1] + ", expected a point of P-256 in base64url");
        }
        byte[] secret = bytes(parts[2]);
        if (secret.length != SECRET) {
            return new Parsed.Wrong("found a secret of " + secret.length + " bytes, expected 16 in base64url");
        }
        return new Parsed.Good(new PushSubscription(endpoint, key.get(), secret));
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /// Why no push service can be there, as far as its name tells: customers say where it is, and must not make us call
    /// at machines of this house. Empty when nothing is wrong.
    public Optional<String> hostFault() {
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        boolean isNumber = host.startsWith("[") || host.matches("[0-9a-fx.]*[0-9]");
        boolean isInside = !host.contains(".") || host.matches(".*\\.(local|localhost|internal|lan|home|arpa)\\.?");
        boolean isOtherPort = endpoint.getPort() != -1 && endpoint.getPort() != HTTPS;
        return isNumber || isInside || isOtherPort
                ? Optional.of("found the endpoint " + endpoint + ", expected a public name, and no port but 443")
                : Optional.empty();
    }

    /// For whom a signature of ours is good.
    public String origin() {
        int port = endpoint.getPort();
        String host = endpoint.getHost().toLowerCase(Locale.ROOT);
        return "https://" + host + (port == -1 || port == HTTPS ? "" : ":" + port);
    }
}
