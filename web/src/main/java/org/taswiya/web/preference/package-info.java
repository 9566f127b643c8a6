/// How a customer is reached, and what they want to be told.
///
/// [PreferencePages] shows it and takes what is wanted of one kind of notice; [AddressPages] takes a new telephone or
/// e-mail address, which counts once a code that was sent there comes back.
///
/// Words: a *fixed* kind is told whatever somebody prefers, and the page says why.
///
/// Not here: what a preference does to a message and who is told of a new address (`store/message`).
@NullMarked
package org.taswiya.web.preference;

import org.jspecify.annotations.NullMarked;
