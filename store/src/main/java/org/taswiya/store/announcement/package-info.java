/// Finds what customers are to be told beside bills, from what the books know: payments that came in, reminders,
/// instalments that fall due, abnormal use, days on which meters are read, invitations to read one's own.
///
/// [AnnouncementSweep] asks one source after the other and writes announcements and messages in one transaction. Each
/// cause has a key of its own, so the same sweep again finds nothing new; a day that was left out is made up for by a
/// later one that looks back far enough.
///
/// Invariants: nothing is announced twice; nothing that was taken back before it was announced is announced.
///
/// Not here: outages, which somebody notifies by hand ([org.taswiya.store.outage]); changes of contacts, which are
/// announced as they are written ([org.taswiya.store.message]).
@NullMarked
package org.taswiya.store.announcement;

import org.jspecify.annotations.NullMarked;
