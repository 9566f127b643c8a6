package org.taswiya.web.console;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.staff.StaffRight;

/// Pages on which something of an account is changed, and the right that each asks for beside that to customers.
final class StaffActs {
    private static final Map<Pattern, StaffRight> RIGHTS = Map.of(
            Pattern.compile("/staff/accounts/[0-9]{10}/arrangement"), StaffRight.ARRANGEMENTS,
            Pattern.compile("/staff/accounts/[0-9]{10}/adjust"), StaffRight.ADJUSTMENTS,
            Pattern.compile("/staff/accounts/[0-9]{10}/contact"), StaffRight.REQUESTS,
            Pattern.compile("/staff/accounts/[0-9]{10}/readings(/.*)?"), StaffRight.READINGS,
            Pattern.compile("/staff/bills/[0-9]{10}[A-Z]{2}/cancel"), StaffRight.BILLS,
            Pattern.compile("/staff/approvals(/.*)?"), StaffRight.APPROVALS);

    private StaffActs() {}

    /// Null for a page that changes nothing.
    static @Nullable StaffRight rightFor(String path) {
        return RIGHTS.entrySet().stream()
                .filter(act -> act.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
