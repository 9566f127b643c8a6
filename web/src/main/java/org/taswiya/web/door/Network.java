package org.taswiya.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where somebody comes from, as tries are counted ([Attempts]).
public final class Network {
    /// Every household with IPv6 has 2^64 addresses, and the half that they have in common.
    private static final int HOUSEHOLD_BYTES = 8;

    private Network() {}

    /// @return the address of IPv4, or what the addresses of one household with IPv6 have in common
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /// The same of one that was written down.
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), HOUSEHOLD_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
