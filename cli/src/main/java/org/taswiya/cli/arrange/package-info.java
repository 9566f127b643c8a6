/// Commands about payment facilities: offering, granting, refusing, showing, renegotiating and ending them.
///
/// Words: those of [org.taswiya.core.arrangement]. An *approver* lets through what is above a clerk's limit.
///
/// Invariants: an offer writes nothing; each decision has its author, moment, reason and channel, and all of it stands
/// or nothing.
///
/// Not here: what is offered (core, and arrangements.yaml of the utility), reminders (dun).
@NullMarked
package org.taswiya.cli.arrange;

import org.jspecify.annotations.NullMarked;
