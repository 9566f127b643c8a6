package org.taswiya.core.collector;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// What the utility has agreed with a collector.
///
/// @param name letters, digits and hyphens; its money is in `assets:collector:<name>`
/// @param channel how it is paid where a message says nothing else
/// @param channels which a message may say, that one among them: each has its fee, so a collector cannot choose freely
/// @param mostOfTransaction, mostOfDay in money
/// @param billsMost of one transaction
/// @param lateMost days after which it may still tell of a payment
/// @param reservedMinutes how long a reservation keeps others from paying
/// @param cancelMinutes how long after a payment it may be taken back
/// @param fees by channel; there is none for a channel that is not stated
/// @param feeTax the rate of tax on fees
/// @param remittedAfter days after the day of the payments on which their money has to be here
public record Collector(
        String name,
        Channel channel,
        Set<Channel> channels,
        Set<Right> rights,
        Money mostOfTransaction,
        Money mostOfDay,
        int billsMost,
        int lateMost,
        int reservedMinutes,
        int cancelMinutes,
        Map<Channel, FeeRule> fees,
        Decimal feeTax,
        int remittedAfter) {

    public Collector {
        channels = Set.copyOf(channels);
        rights = Set.copyOf(rights);
        if (!channels.contains(channel)) {
            throw new IllegalArgumentException(name + " is paid by " + channel + ", which is not among " + channels);
        }
        fees = Map.copyOf(fees);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /// What one transaction costs, before tax.
    public Money fee(Channel by, Money amount) {
        return Objects.requireNonNull(fees.getOrDefault(by, FeeRule.NONE)).on(amount);
    }

    /// The tax on fees of one remittance together, rounded half up.
    public Money taxOn(Money fees) {
        return fees.toFraction().times(feeTax).toMoneyHalfUp();
    }

    public LocalDate remittedBy(LocalDate paidOn) {
        return paidOn.plusDays(remittedAfter);
    }
}
