/// What gateways tell of messages over HTTP.
///
/// [ReceiptPages] takes what a gateway reports of a text message.
///
/// Words: those of [org.taswiya.core.message].
///
/// Invariants: nobody without the gateway's password can report anything; a report is answered when it is in the books.
///
/// Not here: what follows of a report (store), how its address is made and read (run).
@NullMarked
package org.taswiya.server.message;

import org.jspecify.annotations.NullMarked;
