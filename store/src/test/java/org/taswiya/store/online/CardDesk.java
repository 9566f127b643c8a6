package org.taswiya.store.online;

import java.time.Duration;
import java.time.Instant;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.online.CardAttempt;
import org.taswiya.core.online.ProviderNotice;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.SmallTown;

/// Customers who pay by card at noon of the town's day, and what the provider tells of them.
final class CardDesk {
    static final String PROVIDER = "sandbox";
    static final Instant NOON = Instant.parse("2020-12-31T12:00:00Z");
    static final Change WHY = new Change(NOON, "online", "card payments");
    static final CardNotices.Teller TELLER = new CardNotices.Teller("casablanca", PROVIDER, SmallTown.TODAY);

    private final Database database;

    CardDesk(Database database) {
        this.database = database;
    }

    AskedCard wish(String account, String bill) {
        CardAttempts.Wish wish =
                new CardAttempts.Wish(PROVIDER, account, BillNumber.parse(bill).orElseThrow(), Duration.ofMinutes(30));
        return CardAttempts.ask(database, wish, SmallTown.TODAY, WHY);
    }

    CardAttempt attempt(String account, ItemKey bill) {
        return ((AskedCard.Asked) wish(account, bill.number())).attempt();
    }

    static ProviderNotice paid(String transaction, CardAttempt attempt, String amount) {
        return new ProviderNotice(
                transaction, attempt.name(), "casablanca", true, Money.parse(amount), SmallTown.TODAY);
    }

    NoticeAnswer tell(ProviderNotice notice) {
        return tell(notice, NOON);
    }

    NoticeAnswer tell(ProviderNotice notice, Instant at) {
        return CardNotices.take(database, TELLER, notice, new Change(at, "online", "card payments"));
    }

    /// What came of it in a few words: the reason, and whether its money is in the books.
    static String said(NoticeAnswer answer) {
        return switch (answer) {
            case NoticeAnswer.Kept(var receipt, var reason, var _) ->
                (reason == null ? "as-asked" : reason.code()) + " " + (receipt == null ? "unpaid" : "booked");
            case NoticeAnswer.Refused(var reason, var _) -> reason.code() + " refused";
        };
    }

    String state(CardAttempt attempt, Instant at) {
        return CardAttempts.named(database, attempt.name(), at)
                .orElseThrow()
                .state()
                .code();
    }
}
