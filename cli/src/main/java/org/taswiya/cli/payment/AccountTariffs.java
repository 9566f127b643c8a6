package org.taswiya.cli.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.AccountRows;

/// What the price books of an account's agreements say of paying: the duty on cash, and the currency.
record AccountTariffs(List<String> named, List<Tariff> found) {

    static AccountTariffs of(Database database, String account, TariffLibrary library) {
        List<String> named = AccountRows.tariffs(database, account);
        return new AccountTariffs(
                named,
                named.stream().map(library::tariff).flatMap(Optional::stream).toList());
    }

    /// The duty on what is paid in cash on a day.
    ///
    /// @throws IllegalArgumentException when no price book is there to say it, or they say different things
    StampDuty duty(LocalDate day) {
        if (found.size() < named.size()) {
            throw new IllegalArgumentException(
                    "of the price books " + named + " not all are there to say what duty is on cash");
        }
        Set<StampDuty> duties = found.stream()
                .map(tariff -> tariff.dutyOn(PaymentChannel.CASH, day)
                        .map(duty -> new StampDuty(duty.rate()))
                        .orElse(StampDuty.NONE))
                .collect(Collectors.toSet());
        if (duties.size() > 1) {
            throw new IllegalArgumentException(
                    "the price books " + named + " state different duties on cash; pay another way");
        }
        return duties.stream().findFirst().orElse(StampDuty.NONE);
    }

    /// The ISO code; empty where no price book at hand names it.
    String currency() {
        return found.stream().map(Tariff::currency).findFirst().orElse("");
    }
}
