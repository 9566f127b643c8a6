/// Customers who pay by card: our pages, and the providers whose pages they are sent to.
///
/// A [CardProvider] is one provider as we need it: where a customer is sent, what a notice says, what it has of an
/// attempt, sending money back. [OnlineDoor] answers customers and notices; [ProviderRounds] asks a provider of what
/// nothing was heard of, and for the refunds that wait.
///
/// Invariants: a customer is sent away only for an attempt that is in the books; what is not signed by the provider
/// changes nothing; a notice is answered with 200 only when it is in the books.
///
/// Not here: what a notice comes to (core), how it is kept (store), the provider's own side (sandbox).
@NullMarked
package org.taswiya.server.online;

import org.jspecify.annotations.NullMarked;
