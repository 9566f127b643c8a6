package org.taswiya.web.door;

import java.time.Duration;
import java.time.Instant;
import org.taswiya.store.access.CountedTries;
import org.taswiya.web.Site;

/// How often something was tried, mostly from one network address: it counts addresses, not accounts, so that nobody is
/// locked out by what others try on their account. All servers of one database count together.
public final class Attempts {
    static final Duration WITHIN = Duration.ofMinutes(15);

    private final Site site;
    private final CountedTries.Limit limit;

    /// @param what is tried: those of the same name count together
    /// @param most so many within [#WITHIN] of the first
    public Attempts(Site site, String what, int most) {
        this.site = site;
        this.limit = new CountedTries.Limit(what, most, WITHIN);
    }

    /// Counts one more, and says whether it may be made.
    public boolean isAllowed(String who) {
        return CountedTries.isAllowed(site.database(), limit, who, Instant.now(site.clock()));
    }
}
