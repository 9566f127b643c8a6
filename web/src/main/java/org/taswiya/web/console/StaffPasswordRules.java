package org.taswiya.web.console;

import java.util.List;
import java.util.Optional;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.PasswordRules;

/// Which passwords staff may choose.
final class StaffPasswordRules {
    /// Longer than those of customers: it opens everything.
    static final int SHORTEST = 12;

    private StaffPasswordRules() {}

    /// @return of the texts `welcome.fault.`; empty for none
    static String fault(String name, String password, String again, DoorTerms door) {
        if (password.length() < SHORTEST) {
            return "short";
        }
        List<String> names = List.of(name.replaceAll("[^\\p{L}\\p{Nd}]+", " "));
        Optional<PasswordRules.Fault> easy = PasswordRules.fault(password, name, names, door.breached());
        return easy.map(PasswordRules.Fault::code).orElse(password.equals(again) ? "" : "differs");
    }
}
