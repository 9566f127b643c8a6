/// What web push messages say, and how they are sealed so that the push service in between cannot read them.
///
/// [PushText] is what they say. [PushEncryption] seals it for a [PushSubscription] (RFC 8291); [PushKey] is whom push
/// services know the utility by (RFC 8292), [PushTopic] whom they know a message by.
///
/// Words: a *push service* is the browser maker's server that holds messages for browsers; an *endpoint* its address
/// for one browser; a *subscription* an endpoint with the browser's keys.
///
/// Invariants: each message is sealed with a key of its own, and fits what every push service takes; a key that is no
/// point of the curve is never used.
///
/// Not here: how it is handed over (run); the page that asks customers whether they want push messages, and shows them.
@NullMarked
package org.taswiya.deliver.push;

import org.jspecify.annotations.NullMarked;
