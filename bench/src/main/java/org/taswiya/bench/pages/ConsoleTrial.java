package org.taswiya.bench.pages;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.taswiya.bench.Bench.BenchListener;
import org.taswiya.bench.BilledTown;
import org.taswiya.bench.pages.ConsoleTown.Known;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.work.WorkKind;

/// Measures the pages of the agents' console over one town, one request after the other.
public final class ConsoleTrial {
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final Clerk clerk;
    private final List<Known> known;
    private final Measurements taken;

    private ConsoleTrial(Clerk clerk, List<Known> known, Measurements taken) {
        this.clerk = clerk;
        this.known = known;
        this.taken = taken;
    }

    /// What is to be measured.
    ///
    /// @param launcher the file `taswiya` of the project, which starts the pages
    /// @param requests for each page; as many before, which are not measured
    public record Order(Path launcher, Home home, BilledTown town, int requests) {}

    /// Adds to the town what the console shows of it, where that is not there yet, and measures.
    ///
    /// @throws IOException when the pages do not come up, or let nobody in
    public static MeasuredPages measure(Order order, BenchListener listener) throws IOException, InterruptedException {
        ConsoleTown town = new ConsoleTown(order.town());
        Instant now = Instant.now();
        Clerk.Hired hired;
        List<Known> known;
        try (Database database = Database.open(order.home(), null)) {
            town.furnish(database, now, LocalDate.ofInstant(now, ZoneId.systemDefault()), listener);
            hired = Clerk.hire(database, now);
            known = town.known(database, order.requests() * 2);
        }
        try (ServedPages pages = ServedPages.start(
                        order.launcher(), order.home(), order.home().logs().resolve("bench-console.log"));
                HttpClient client = ServedPages.client()) {
            Measurements taken = new Measurements(pages, AT_MOST, listener);
            ConsoleTrial trial = new ConsoleTrial(Clerk.signIn(client, pages.address(), hired), known, taken);
            trial.look();
            trial.workbench();
            return MeasuredPages.of(order.town().accounts(), taken);
        }
    }

    private void look() throws InterruptedException {
        page("work lists, all counted", "/staff/work");
        for (WorkKind kind : WorkKind.values()) {
            page("  " + kind.code(), "/staff/work/" + kind.code());
        }
        of("an account", one -> clerk.sees("/staff/accounts/" + one.account()));
        of("  its readings", one -> clerk.sees("/staff/accounts/" + one.account() + "/readings"));
        of("  a bill", one -> clerk.sees("/staff/bills/" + one.bill()));
        of("  instalments, preview", this::offersInstalments);
        of("  adjusting, preview", this::adjusts);
        exact();
        names();
        places();
        page("runs", "/staff/runs");
        page("coverage", "/staff/reach");
        page("a campaign", "/staff/reach/campaigns/1");
        page("interruptions", "/staff/outages");
        page("  one of them", "/staff/outages/1");
        page("  the form", "/staff/outages/new");
        page("approvals", "/staff/approvals");
        page("trail", "/staff/trail");
    }

    /// The price books: a list, one that waits beside the one in force, and one that is written and tried.
    private void workbench() throws IOException, InterruptedException {
        DraftBook draft = DraftBook.of(clerk, BilledTown.ELECTRICITY);
        draft.propose(clerk);
        page("price books", "/staff/price-books");
        page("  one that waits", "/staff/price-books/1");
        page("  where to begin", DraftBook.DRAFT);
        page("  the draft", DraftBook.begin(BilledTown.ELECTRICITY));
        of("  checked", _ -> draft.isChecked(clerk));
        of("  compared", _ -> draft.isTried(clerk));
        of("  tried on usages", _ -> draft.isTried(clerk, "whose", "usages", "usages", "100 150 265"));
        of(
                "  tried on an account",
                one -> draft.isTried(
                        clerk, "whose", "account", "account", billed(one).account()));
        AtomicLong number = new AtomicLong(); // the same would be shown again
        of("  tried on everybody", _ -> draft.numbered(number.incrementAndGet()).isTried(clerk, "whose", "class"));
        of(
                "  until all are counted",
                _ -> draft.numbered(number.incrementAndGet()).isCounted(clerk, "whose", "class"));
    }

    /// One of them whom the book bills, or the next one.
    private Known billed(Known one) {
        int place = known.indexOf(one);
        return Stream.concat(known.stream().skip(place), known.stream())
                .filter(other -> other.tariff().equals(BilledTown.ELECTRICITY))
                .findFirst()
                .orElse(one);
    }

    private boolean offersInstalments(Known one) throws IOException, InterruptedException {
        return clerk.previews(
                "/staff/accounts/" + one.account() + "/arrangement",
                "months",
                "3",
                "down",
                "",
                "first",
                "",
                "channel",
                "phone",
                "why",
                "asked for it");
    }

    private boolean adjusts(Known one) throws IOException, InterruptedException {
        return clerk.previews(
                "/staff/accounts/" + one.account() + "/adjust",
                "item",
                one.bill(),
                "reason",
                "goodwill",
                "direction",
                "less",
                "amount",
                "1.00",
                "share",
                "",
                "evidence",
                "a letter",
                "why",
                "for trials",
                "key",
                "");
    }

    private void exact() throws InterruptedException {
        of("search: reference", one -> clerk.finds(one.account(), one.account()));
        of("search: meter", one -> clerk.finds(one.meter(), one.account()));
        of("search: telephone", one -> clerk.finds(one.telephone(), one.account()));
        of("search: e-mail", one -> clerk.finds(one.mail(), one.account()));
    }

    /// Others have the same name, and twenty are shown: whoever is, counts.
    private void names() throws InterruptedException {
        of("search: a given name", one -> clerk.finds(one.givenName(), ""));
        of("search: both names", one -> clerk.finds(one.latinName(), ""));
        of("search: both in Arabic", one -> clerk.finds(one.arabicName(), ""));
        of("search: misspelt", one -> clerk.finds(one.misspelt(), ""));
        of("while typing: a given name", one -> clerk.hits(one.givenName(), ""));
        of("while typing: both names", one -> clerk.hits(one.latinName(), ""));
        of("while typing: misspelt", one -> {
            clerk.hits(one.misspelt(), "");
            return true; // likeness waits until all is typed
        });
    }

    private void places() throws InterruptedException {
        of("search: street and number", one -> clerk.finds(one.address(), ""));
        of("search: quarter", one -> clerk.finds(one.quarter(), ""));
        of("search: quarter, street and number", one -> clerk.finds(one.address() + ", " + one.quarter(), ""));
        of("search: a word of every address", _ -> clerk.finds("quartier", ""));
        of("search: words of many, never together", _ -> {
            clerk.finds("avenue boulevard", "");
            return true; // nobody lives there
        });
        of("while typing: street and number", one -> clerk.hits(one.address(), ""));
        of("while typing: quarter", one -> clerk.hits(one.quarter(), ""));
        of("while typing: quarter and street", one -> clerk.hits(one.quarter() + " " + one.address(), ""));
    }

    /// What is asked of one account, and whether the answer is as it has to be.
    private interface Asked {
        boolean of(Known one) throws IOException, InterruptedException;
    }

    private void page(String name, String path) throws InterruptedException {
        of(name, _ -> clerk.sees(path));
    }

    /// With half of them before, so that what is measured is compiled and the way to it warm, while of the account
    /// itself nothing was looked at.
    private void of(String name, Asked asked) throws InterruptedException {
        int each = known.size() / 2;
        Load.asFastAsAnswered(1, AT_MOST, number -> number < each ? done(asked, known.get((int) number * 2)) : -1);
        taken.oneByOne(name, each, number -> done(asked, known.get((int) number * 2 + 1)));
    }

    private static int done(Asked asked, Known one) throws IOException, InterruptedException {
        return asked.of(one) ? 1 : 0;
    }
}
