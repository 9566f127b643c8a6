/// Who may look after whose account: a son pays for his mother.
///
/// [DelegatePages] shows both sides: whom the customer has let in, whose accounts they look after themselves, and what
/// they are asked.
///
/// Words: those of [org.taswiya.store.access].
///
/// Invariants: what a holder is told of somebody whom they ask is what they typed themselves, the same whether there is
/// such an account or not. Of the holder the invited sees initials and the last digits until they have accepted.
///
/// Not here: what a delegate sees on other pages ([org.taswiya.web.door.SignedIn]).
@NullMarked
package org.taswiya.web.delegate;

import org.jspecify.annotations.NullMarked;
