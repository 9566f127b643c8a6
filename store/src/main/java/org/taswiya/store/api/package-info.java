/// Keys by which other programs use the HTTP API, and what they did with them.
///
/// [ApiKeys] gives and revokes keys and finds the one that a request bears; [ApiTrail] is what each was used for;
/// [Opened] says what a key may see; [Once] has a request that comes again do nothing and be answered as before.
///
/// Words: a *scope* is what a key may be used for.
///
/// Invariants: a key is kept nowhere but for its digest. One that is of a customer opens that customer's accounts and
/// no others: what is another's and what is not there are the same answer. An answer is kept in the transaction of what
/// it tells of, or not at all. Nothing is changed or deleted.
///
/// Not here: HTTP, JSON, how often somebody may ask (whoever serves).
@NullMarked
package org.taswiya.store.api;

import org.jspecify.annotations.NullMarked;
