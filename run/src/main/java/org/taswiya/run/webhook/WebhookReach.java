package org.taswiya.run.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.taswiya.run.sending.PushReach;

/// Where programs may be called: they say it themselves, and must not make us call at machines of this house.
public interface WebhookReach {
    /// Only what the whole world reaches, and only whoever has a certificate of the name: that a name leads elsewhere a
    /// moment later gains nobody anything.
    WebhookReach PUBLIC = to -> {
        if (!"https".equals(to.getScheme())) {
            return Optional.of("found " + to.getScheme() + ", expected https");
        }
        for (InetAddress address : InetAddress.getAllByName(to.getHost())) {
            if (!PushReach.isPublic(address)) {
                return Optional.of("found " + address.getHostAddress() + ", expected a public address");
            }
        }
        return Optional.empty();
    };

    /// This machine too, for who writes a program and tries it.
    WebhookReach LOOPBACK = to -> {
        boolean isHere = InetAddress.getByName(to.getHost()).isLoopbackAddress();
        return isHere ? Optional.empty() : PUBLIC.fault(to);
    };

    /// Why nobody would ever be called there, as far as the address itself says it: no name is asked for. Empty where
    /// only a call can tell.
    default Optional<String> faultInAddress(URI to) {
        String host = to.getHost();
        try {
            return isAddress(host) ? fault(to) : Optional.empty();
        } catch (UnknownHostException _) {
            return Optional.of("found " + host + ", expected an address");
        }
    }

    /// This machine has a name that everybody knows.
    private static boolean isAddress(String host) {
        if (host.startsWith("[") || host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Why nobody is called there; empty when somebody is.
    ///
    /// @throws UnknownHostException when nobody is there
    Optional<String> fault(URI to) throws UnknownHostException;
}
