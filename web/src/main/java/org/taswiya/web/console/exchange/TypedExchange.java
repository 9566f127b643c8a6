package org.taswiya.web.console.exchange;

import java.util.Optional;
import org.taswiya.run.receiving.ExchangeDesk.NewDial;

/// What somebody types about an exchange.
///
/// @param digits of the new meter; empty for as many as the old one has
/// @param decimals of the new meter; empty for as many as the old one has
/// @param why it is refused
public record TypedExchange(String digits, String decimals, String why) {
    static final TypedExchange NONE = new TypedExchange("", "", "");

    /// No dial has more.
    private static final int MOST = 12;

    /// Empty for what is no number of digits.
    Optional<NewDial> dial() {
        String before = digits.strip();
        String after = decimals.strip();
        if (!before.matches("[0-9]{0,2}") || !after.matches("[0-9]{0,1}")) {
            return Optional.empty();
        }
        Integer wheels = before.isEmpty() ? null : Integer.valueOf(before);
        if (wheels != null && (wheels < 1 || wheels > MOST)) {
            return Optional.empty();
        }
        return Optional.of(new NewDial(wheels, after.isEmpty() ? null : Integer.valueOf(after)));
    }
}
