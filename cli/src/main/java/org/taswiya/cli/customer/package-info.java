/// `taswiya customer`: what the books hold about one customer, for whoever asks for it by right.
///
/// Not here: which rows are whose, what may be erased (`store/privacy`).
@NullMarked
package org.taswiya.cli.customer;

import org.jspecify.annotations.NullMarked;
