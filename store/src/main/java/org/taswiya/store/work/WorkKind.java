package org.taswiya.store.work;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which list.
public enum WorkKind {
    /// Agreements that a billing run held. Most money at risk first.
    HELD,
    /// Readings that were not believed, by usage point and day. Most money at risk first.
    SUSPECT,
    /// What customers dispute. The earliest deadline first.
    DISPUTE,
    /// What no message has told a customer. The oldest first.
    UNDELIVERED,
    /// Money at a bank that is nobody's yet. The largest amount first.
    UNMATCHED,
    /// What customers ask for or complain of. The earliest deadline first.
    REQUEST,
    /// Accounts that no channel reaches. Who owes most first.
    UNREACHED,
    /// Meters that readers have seen exchanged. The oldest first.
    EXCHANGE,
    /// Agreements that their customers want to end. Whoever goes first first.
    MOVE,
    /// Instalments that customers have asked for and a person has to grant. The oldest first.
    INSTALMENTS;

    /// As the books and addresses have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WorkKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
