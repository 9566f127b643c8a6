package org.taswiya.web.api.desk;

import java.util.List;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.lookup.CustomerSearch;
import org.taswiya.store.lookup.FoundAccount;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;
import org.taswiya.store.staff.StaffTrail.Kind;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Says;

/// Customers are found as staff find them: by name, however it is spelled, by a number, a meter or an address.
public final class SearchOperations {
    static final int WORDS_MOST = 200;

    private final Site site;

    public SearchOperations(Site site) {
        this.site = site;
    }

    /// What is looked for. Names stand in no address, for addresses are written into logs on the way.
    public record Searched(
            @Says(
                    value = "A name, a telephone number, a reference, a meter or an address, or parts of them.",
                    least = 1,
                    most = WORDS_MOST)
            String words) {}

    /// One that may be meant.
    public record Hit(
            @Says("The account.") String account,
            @Says("Its customer's name in Arabic.") String arabicName,
            @Says("The same in Latin letters.") String latinName,

            @Says("Where it is served last; empty for nowhere.")
            String address,

            @Says("What is to be paid.") Money due) {
        static Hit of(FoundAccount found) {
            return new Hit(found.account(), found.arabicName(), found.latinName(), found.address(), found.due());
        }
    }

    /// All of them.
    public record Hits(
            @Says("The ISO 4217 code of all amounts.") String currency,

            @Says("The best first; not all where there are very many.")
            List<Hit> accounts) {
        public Hits {
            accounts = List.copyOf(accounts);
        }
    }

    public List<Operation> all() {
        return List.of(Operation.look(
                        "searchCustomers",
                        "/search",
                        "Finds accounts by what is known of them.",
                        ApiScope.SEARCH,
                        Searched.class,
                        Hits.class,
                        this::search)
                .refusing(ProblemKind.RIGHT_MISSING));
    }

    /// That somebody searches is written down before anybody is shown.
    private Reply search(Call call) {
        Acting acting = Acting.of(site, call, StaffRight.CUSTOMERS);
        Actor actor = acting.actor();
        String words = call.body(Searched.class).words();
        StaffTrail.write(site.database(), Kind.SEARCHED, actor.staff(), actor.address(), actor.at());
        List<FoundAccount> found =
                words.isBlank() ? List.of() : CustomerSearch.find(site.database(), words, Acting.today(site));
        return Reply.of(new Hits(site.currency(), found.stream().map(Hit::of).toList()));
    }
}
