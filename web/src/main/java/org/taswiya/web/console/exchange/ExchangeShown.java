package org.taswiya.web.console.exchange;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.receiving.ExchangeDesk.Before;
import org.taswiya.store.handset.ReportedExchange;

/// An exchange as its page has it: what the reader saw beside what the books have.
///
/// @param day of the exchange
/// @param account whose place it is; null where nobody is served there
/// @param before the meter that the books have; null where they have none
/// @param has who has it; null for nobody
/// @param mayAct whether what they do is taken: nobody else has it, or they may give it to anybody
/// @param staff whoever can be given it
/// @param fault of the texts `exchange.fault.`; empty for none
/// @param found what was found, as the books say it; empty for nothing more
public record ExchangeShown(
        ReportedExchange reported,
        LocalDate day,
        @Nullable String account,
        @Nullable Before before,
        @Nullable String has,
        boolean isMine,
        boolean mayAssign,
        boolean mayAct,
        List<String> staff,
        TypedExchange typed,
        String fault,
        String found) {
    public ExchangeShown {
        staff = List.copyOf(staff);
    }

    /// Whether the fault is one of the reason for which it is refused.
    public boolean isAboutWhy() {
        return fault.equals("why");
    }

    ExchangeShown with(TypedExchange other, String otherFault, String otherFound) {
        return new ExchangeShown(
                reported, day, account, before, has, isMine, mayAssign, mayAct, staff, other, otherFault, otherFound);
    }
}
