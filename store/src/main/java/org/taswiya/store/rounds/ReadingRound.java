package org.taswiya.store.rounds;

import org.taswiya.core.calendar.DateRange;

/// One turn of a route.
///
/// @param number by which people name it
/// @param days on which its meters are to be read
/// @param orders how many
/// @param rereads how many of them are to be read again, as it is known now
public record ReadingRound(long number, String route, DateRange days, long orders, long rereads) {}
