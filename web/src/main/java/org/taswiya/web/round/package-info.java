/// The readers' app: a round on a handset, read without a network and sent when there is one.
///
/// [RoundPages] is the page that the app is made of, and registers a handset; [RoundFeed] gives it the rounds of the
/// day and takes entries and pictures; [HandsetPages] shows those who supervise which handsets there are, locks them
/// and says who walks a round. The app itself is `static/staff/round`.
///
/// Words: a *handset* is a telephone with a key of its own; an *entry* is what a reader typed before one meter.
///
/// Invariants: what a handset asks bears its signature and no session, so that a reader who was a day in cellars sends
/// without signing in again; whether it is open is asked of the books each time. A picture is drawn anew before it is
/// kept.
///
/// Not here: what becomes of an entry ([org.taswiya.store.handset]), what is likely ([org.taswiya.store.validation]).
@NullMarked
package org.taswiya.web.round;

import org.jspecify.annotations.NullMarked;
