/// Messages: what a utility tells a customer, by which way, and when it is tried again.
///
/// A [Cause] is what a message tells of, an [Announcement] its facts where it is no bill; a [Preference] says how
/// somebody wants to be told of one kind of thing. The [ChannelLadder] of a customer says by which [Channel] it goes
/// first and by which next when that fails; [Backoff] how long to wait after an attempt that came to nothing.
///
/// Words: a *rung* of the ladder is a channel with its address. A message is *put off* when it may be tried again, and
/// *failed* when it may not.
///
/// Invariants: a cause gives one message per channel, ever; a ladder names no channel twice.
///
/// Not here: what a message says (deliver), where it waits (store), who hands it over (run).
@NullMarked
package org.taswiya.core.message;

import org.jspecify.annotations.NullMarked;
