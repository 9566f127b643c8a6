package org.taswiya.web.page;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.taswiya.web.Site;

/// When a page was made that a device keeps.
///
/// @param at as the page says it
/// @param moment by the clock that the device has too, which tells from it how old the page is; the same but in a demo
public record Kept(OffsetDateTime at, Instant moment) {
    static Kept now(Site site) {
        return new Kept(
                OffsetDateTime.now(site.clock()).withNano(0),
                Instant.now(site.telephones()).truncatedTo(ChronoUnit.SECONDS));
    }
}
