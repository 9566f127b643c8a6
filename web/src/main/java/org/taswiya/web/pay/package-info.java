/// Paying by card, with a sign-in and without.
///
/// [PayPages] is for who has signed in, [GuestPages] for who knows an account and the number of one of its bills.
/// Both lead to the provider's page by [CardDesk], and from there to [PaidPages], which says what the books say.
/// [ProviderNotices] is where the provider tells.
///
/// Words: *beside* is a payment that is begun while nothing was heard yet of another one of the account.
///
/// Invariants: a form says what it has shown as due, and pays only while that is so; the same wish again is the same
/// attempt until something was heard of it. So a form that is sent twice, from two windows or after going back, is one
/// payment. Who has not signed in learns of an account no more than what is due of the bill that they named.
///
/// Not here: what an attempt and a notice come to (`store/online`, `server/online`).
@NullMarked
package org.taswiya.web.pay;

import org.jspecify.annotations.NullMarked;
