package org.taswiya.store.api;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a key may be used for.
public enum ApiScope {
    /// To read accounts, services, readings, bills, payments and disputes.
    READ,
    /// To give what meters show.
    READINGS,
    /// To dispute bills.
    DISPUTES,
    /// To read and say what an account wants to be told.
    PREFERENCES,
    /// To be called when something has happened.
    WEBHOOKS,
    /// To read and change how an account is reached.
    CONTACTS,
    /// To ask for instalments.
    INSTALMENTS,
    /// To say that somebody moves out.
    MOVES,
    /// To see who is let into an account, to let somebody in, and to end it.
    DELEGATES,
    /// To ask for something or complain, and to add to it.
    REQUESTS,
    /// To bring payments that others have taken.
    BATCHES,
    /// To have customers sent to pay by card.
    CARDS,
    /// To find customers as staff do.
    SEARCH,
    /// To see what waits for people, and to take it and give it back.
    WORK,
    /// To decide what waits.
    DECISIONS,
    /// To adjust what is owed.
    ADJUSTMENTS,
    /// To let through what somebody else has asked for.
    APPROVALS,
    /// To grant instalments.
    ARRANGEMENTS,
    /// To put readings right and take bills back.
    CORRECTIONS,
    /// To take what customers ask for as staff do, and to answer it.
    ANSWERS,
    /// To plan interruptions.
    OUTAGES,
    /// To say how customers are reached.
    REACH;

    private static final Set<ApiScope> OF_STAFF = EnumSet.range(SEARCH, REACH);

    /// Whether it is for what staff do: a key with it acts for somebody of them.
    public boolean isOfStaff() {
        return OF_STAFF.contains(this);
    }

    /// As the books have it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
