package org.taswiya.run.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.taswiya.deliver.push.PushSubscription;

/// Where a gateway may call. Customers say at which address their push service is, and must not make us call at
/// machines of this house.
public interface PushReach {
    /// Only what the whole world reaches.
    ///
    /// That a name leads elsewhere a moment later gains nobody anything: the connection is made only to whoever has a
    /// certificate of that name.
    PushReach PUBLIC = to -> {
        Optional<String> fault = to.hostFault();
        if (fault.isPresent()) {
            return fault;
        }
        for (InetAddress address : InetAddress.getAllByName(to.endpoint().getHost())) {
            if (!isPublic(address)) {
                return Optional.of("found the endpoint " + to.endpoint() + " at " + address.getHostAddress()
                        + ", expected a public address");
            }
        }
        return Optional.empty();
    };

    /// Why nothing is handed over there; empty when something is.
    ///
    /// @throws UnknownHostException when nobody is there
    Optional<String> fault(PushSubscription to) throws UnknownHostException;

    /// Whether an address is neither of this machine, nor of a house, nor of something that stands for one of them.
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first != 0 // this network
                    && !(first == 100 && (second & 0xc0) == 64) // behind a provider's door
                    && !(first == 192 && second == 0) // of protocols
                    && !(first == 198 && (second & 0xfe) == 18) // of measurements
                    && first < 240; // kept for later
        }
        return (first & 0xe0) == 0x20 // what is given out at all
                && !(first == 0x20 && second == 0x02) // IPv4 within IPv6
                && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    }
}
