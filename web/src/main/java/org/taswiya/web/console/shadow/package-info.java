/// What other prices would come to, on pages of the console: the shadow runs that somebody kept.
///
/// [ShadowPages] lists them, shows one and gives it as a file; [ShadowLines] is that file.
///
/// Invariants: sums and spreads are for whoever may see shadow runs; an account that is named leads to its page for
/// those alone who may read what is known of customers.
///
/// Not here: the comparison ([org.taswiya.run]), how it is kept ([org.taswiya.store.shadow]).
@NullMarked
package org.taswiya.web.console.shadow;

import org.jspecify.annotations.NullMarked;
