package org.taswiya.web;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.care.RequestRules;
import org.taswiya.run.desk.Rebilling;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.server.online.CardProvider;

/// What the utility lets customers do by themselves on its pages.
///
/// @param cards null where nobody pays by card here
/// @param arrangements nothing for a class that is offered no instalments
/// @param days on which an instalment may fall due
/// @param pushKey for which browsers subscribe to push messages; null where none are sent
/// @param rebilling by which bills are made again when staff put something right
/// @param requests what customers may ask for or complain of, and the letters by which they are answered
/// @param webhooks where programs may be called
/// @param isBehindTls whether browsers reach these pages by https, through a proxy of ours
public record AgencyTerms(
        @Nullable Cards cards,
        ArrangementRules arrangements,
        WorkingDays days,
        @Nullable String pushKey,
        Rebilling rebilling,
        RequestRules requests,
        WebhookReach webhooks,
        boolean isBehindTls) {

    /// How cards are paid with.
    ///
    /// @param at where the pages of the provider are
    /// @param self how customers and the provider reach these pages; null for the address that is listened on
    /// @param within how long something is to be heard of a payment
    public record Cards(
            CardProvider provider, URI at, @Nullable URI self, Duration within) {

        /// Where customers are sent, as a browser is told where a form may lead.
        public String origin() {
            return at.getScheme() + "://" + at.getAuthority();
        }
    }
}
