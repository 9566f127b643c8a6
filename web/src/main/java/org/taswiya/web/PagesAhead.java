package org.taswiya.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.taswiya.store.access.AwaitedPages;
import org.taswiya.store.access.AwaitedPages.Awaited;
import org.taswiya.store.access.AwaitedPages.Billed;
import org.taswiya.web.agency.PageMaker;

/// Makes the pages of new bills before somebody looks, while pages are served: after a run all who are told of it look
/// in the same hour, and a page that is there costs a hundredth of one that has to be made.
///
/// It rests for as long as it works, so that others are served meanwhile.
final class PagesAhead {
    private static final Logger LOG = LoggerFactory.getLogger(PagesAhead.class);
    private static final Duration LOOKED_AGAIN = Duration.ofSeconds(10);

    /// Older bills are looked at seldom.
    private static final int DAYS = 45;

    private static final int AT_ONCE = 200;

    private final Site site;
    private final PageMaker maker;
    private final BesideThread thread;

    private PagesAhead(Site site, BesideThread thread) {
        this.site = site;
        this.maker = new PageMaker(site);
        this.thread = thread;
    }

    static BesideThread start(Site site) {
        return BesideThread.start("pages-ahead", thread -> new PagesAhead(site, thread).run());
    }

    private void run() {
        Billed seen = null;
        while (!thread.isStoppedWithin(LOOKED_AGAIN)) {
            try {
                seen = makeNew(seen);
            } catch (RuntimeException e) {
                LOG.warn("pages are made when somebody looks, making them before failed", e);
            }
        }
    }

    /// @param seen how much was billed when there was nothing left to make; null for not yet
    private @Nullable Billed makeNew(@Nullable Billed seen) {
        Billed now = AwaitedPages.billed(site.database());
        if (now.equals(seen)) {
            return seen;
        }
        LocalDate today = LocalDate.ofInstant(site.clock().instant(), ZoneOffset.UTC);
        long after = AwaitedPages.before(site.database(), today.minusDays(DAYS));
        long since = System.nanoTime();
        for (List<Awaited> next = next(after); !next.isEmpty(); next = next(after)) {
            maker.make(next);
            after = next.getLast().number().serial();
            if (thread.isStoppedWithin(Duration.ofNanos(System.nanoTime() - since))) {
                return seen;
            }
            since = System.nanoTime();
        }
        return now;
    }

    private List<Awaited> next(long after) {
        return AwaitedPages.after(site.database(), after, AT_ONCE, maker.edition());
    }
}
