/// How customers can be reached, counted over all accounts, and campaigns that ask them for their contacts.
///
/// [Coverages] counts and keeps the counts, [Campaigns] asks a chosen set of accounts once and finds what came of it.
/// [ReachSql] says in one place when a channel reaches an account.
///
/// Words: an account is *reached* by a channel that has an address from which nothing came back; an address is
/// *confirmed* where somebody gave the code that was sent to it; *coverage* is how many accounts each channel reaches.
///
/// Invariants: counts are of a day and never changed; of an account nobody asks twice while a campaign runs.
///
/// Not here: addresses themselves and how they are confirmed ([org.taswiya.store.message]).
@NullMarked
package org.taswiya.store.reach;

import org.jspecify.annotations.NullMarked;
