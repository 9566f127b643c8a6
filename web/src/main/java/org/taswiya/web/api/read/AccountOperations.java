package org.taswiya.web.api.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.SqlFault;
import org.taswiya.store.api.Opened;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// Accounts, and what they owe.
public final class AccountOperations {
    private final Site site;

    public AccountOperations(Site site) {
        this.site = site;
    }

    /// What an account owes.
    public record Account(
            @Says("Its reference, ten digits as on every bill.") String account,
            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("All that is open, not negative.") Money owed,
            @Says("What the account has to its credit, not negative; not yet taken off.") Money credit,
            @Says("What is to be paid after the credit was used, not negative.") Money due,
            @Says("When the first open item falls due, or fell due.") @Nullable LocalDate firstDueOn) {}

    /// Some of them.
    public record AccountPage(
            @Says("In the order of their references.") List<Account> accounts,
            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public AccountPage {
            accounts = List.copyOf(accounts);
        }
    }

    public List<Operation> all() {
        return List.of(
                Operation.get(
                                "listAccounts",
                                "/accounts",
                                "The accounts that the key opens, with what they owe.",
                                AccountPage.class,
                                this::list)
                        .paged(),
                Operation.get(
                        "getAccount",
                        "/accounts/" + PathPart.ACCOUNT.inPath(),
                        "What an account owes and has to its credit.",
                        Account.class,
                        this::one));
    }

    private Reply list(Call call) {
        String after = call.cursor();
        if (!after.isEmpty() && !after.matches(PathPart.ACCOUNT.pattern())) {
            throw Call.badCursor();
        }
        Call.Page<String> page = call.pageOf(
                Opened.accounts(site.database(), call.bearer(), after, call.limit() + 1), account -> account);
        return Reply.of(new AccountPage(accounts(page.values()), page.next()));
    }

    private Reply one(Call call) {
        String account = Accounts.opened(site, call);
        return Reply.of(accounts(List.of(account)).stream().findFirst().orElseThrow(Call::unknown));
    }

    private List<Account> accounts(List<String> references) {
        try (Connection connection = site.database().connect()) {
            Map<String, AccountItems> items = AccountRows.of(connection, references);
            return references.stream()
                    .flatMap(account -> Optional.ofNullable(items.get(account)).stream())
                    .map(this::account)
                    .toList();
        } catch (SQLException e) {
            throw SqlFault.of(site.database(), e);
        }
    }

    private Account account(AccountItems items) {
        Money owed = items.items().stream().map(OpenItem::open).reduce(Money.ZERO, Money::plus);
        Money credit = items.credits().stream().map(Credit::left).reduce(Money.ZERO, Money::plus);
        return new Account(
                items.account(),
                site.currency(),
                owed,
                credit,
                owed.minus(credit).max(Money.ZERO),
                items.items().stream()
                        .map(OpenItem::dueOn)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }
}
