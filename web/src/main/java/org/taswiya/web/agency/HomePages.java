package org.taswiya.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.taswiya.core.arrangement.Standing;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.Database;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.store.access.Delegates;
import org.taswiya.store.access.Delegates.LookedAfter;
import org.taswiya.store.agreement.EndedAgreements;
import org.taswiya.store.agreement.EndedAgreements.Ended;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.arrangement.StoredArrangement;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.rounds.NextReading;
import org.taswiya.web.Site;
import org.taswiya.web.door.SignedIn;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// What somebody owes, why, and what they can do: the first page after the sign-in.
@Controller
public final class HomePages {
    private final Site site;

    HomePages(Site site) {
        this.site = site;
    }

    /// @param accounts of the customer, then those that they look after, each with its bills, the newest first
    /// @param others those that they look after, by their references
    /// @param readings when readers come, by account
    /// @param owing how what is open stands, of accounts that have any
    /// @param ended agreements that have an end, by account
    /// @param isAsked whether somebody wants them to look after an account
    public record Home(
            List<AccountStatement> accounts,
            Map<String, LookedAfter> others,
            Map<String, List<NextReading>> readings,
            Map<String, Owing> owing,
            Map<String, List<Ended>> ended,
            boolean isAsked,
            LocalDate today) {
        public Home {
            accounts = List.copyOf(accounts);
            others = Map.copyOf(others);
            readings = Map.copyOf(readings);
            owing = Map.copyOf(owing);
            ended = Map.copyOf(ended);
        }

        /// What has ended of an account, as far as it is still told.
        public List<Ended> endedOf(String account) {
            return ended.getOrDefault(account, List.of()).stream()
                    .filter(one -> one.isTold(today))
                    .toList();
        }

        /// The key of the words for how a bill that is not paid stands; empty where the account's own figures say so.
        public String standing(String account, StatedBill bill) {
            Owing of = owing.get(account);
            if (of == null || bill.isCancelled() || bill.open().signum() <= 0) {
                return "";
            }
            if (of.isDisputed(bill)) {
                return "bill.disputed";
            }
            return of.isCovered() ? "bill.covered" : "";
        }

        /// Whether an account was served, and is no more.
        public boolean isOver(String account) {
            return ended.getOrDefault(account, List.of()).stream().anyMatch(one -> !one.isServed());
        }
    }

    /// What an account has to pay, and what of it not at once. A credit pays what is not disputed first, as
    /// [OpenItem#ORDER] has it.
    ///
    /// @param due without what is disputed, the credit taken off
    /// @param arranged how the instalments stand that are paid; null where there are none
    /// @param beside what is due beside the instalments
    /// @param items what is open, with what of it waits for an answer to a dispute
    /// @param firstDueOn when the first of what is due falls due, or fell due; null where nothing is
    public record Owing(
            Money due,
            @Nullable Standing arranged,
            Money beside,
            AccountItems items,
            @Nullable LocalDate firstDueOn) {
        static Owing of(AccountItems items, @Nullable StoredArrangement running, LocalDate today) {
            Money due =
                    items.open().minus(items.disputed()).minus(items.credit()).max(Money.ZERO);
            Standing standing = running == null ? null : running.standingOn(today);
            return new Owing(
                    due,
                    standing,
                    running == null || standing == null
                            ? due
                            : running.arrangement().beside(items, standing),
                    items,
                    items.items().stream()
                            .filter(item -> item.undisputed().signum() > 0)
                            .map(OpenItem::dueOn)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }

        /// What waits for an answer to a dispute, as the page of disputes says it.
        public Money disputed() {
            return items.disputed();
        }

        /// Whether nothing is due because a credit pays it.
        boolean isCovered() {
            return due.signum() == 0 && items.credit().signum() > 0;
        }

        boolean isDisputed(StatedBill bill) {
            return items.item(ItemKey.bill(bill.number().toString()))
                    .filter(item -> item.undisputed().signum() == 0)
                    .isPresent();
        }

        /// The instalment that comes first; null where there is none.
        public Standing.@Nullable Row next() {
            return arranged == null ? null : arranged.next();
        }

        /// What to pay of that: no more than is due, because a credit pays instalments too.
        public Money nextPart() {
            Standing.Row next = next();
            return next == null || due.compareTo(next.open()) < 0 ? due : next.open();
        }
    }

    @GetMapping("/home")
    ResponseEntity<byte[]> home(SignedIn customer, HttpServletRequest request) {
        Frame frame = Frame.of(site, request);
        LocalDate today = LocalDate.now(site.clock());
        Map<String, LookedAfter> others =
                Delegates.lookedAfter(site.database(), customer.accounts(), frame.language()).stream()
                        .collect(Collectors.toMap(LookedAfter::account, one -> one, (_, later) -> later));
        boolean isAsked = !Delegates.invitations(site.database(), customer.accounts(), today, frame.language())
                .isEmpty();
        List<AccountStatement> accounts =
                AccountStatement.of(SignedIn.seen(site).database().asking(), customer.seenAccounts());
        Map<String, List<NextReading>> readings =
                NextReading.of(site.database(), customer.seenAccounts(), today).stream()
                        .collect(Collectors.groupingBy(NextReading::account));
        Map<String, Owing> owing = accounts.stream()
                .filter(account -> account.owed().signum() > 0)
                .collect(Collectors.toMap(AccountStatement::account, account -> owing(account, today)));
        Map<String, List<Ended>> ended =
                EndedAgreements.of(SignedIn.seen(site).database(), customer.seenAccounts(), today).stream()
                        .collect(Collectors.groupingBy(Ended::account));
        return Rendered.page("home", frame, new Home(accounts, others, readings, owing, ended, isAsked, today));
    }

    private Owing owing(AccountStatement account, LocalDate today) {
        Database seen = SignedIn.seen(site).database();
        return Owing.of(
                AccountRows.of(seen, account.account()),
                Arrangements.running(seen, account.account(), today).orElse(null),
                today);
    }
}
