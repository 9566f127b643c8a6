/// Commands of the billing run and of the bills that it made.
///
/// `bill` bills a cycle or named accounts, `run` shows and goes on with what was begun, `calendar` says what is to
/// be billed when; `bill show`, `bill reprint`, `bill cancel` are about bills that stand.
///
/// Words: a *cycle* is a day to which everybody of an area is billed.
///
/// Invariants: a run says while it goes how far it is and how long it takes; killed, it goes on by the same
/// command.
///
/// Not here: what a bill comes to (core), batches and restart (run).
@NullMarked
package org.taswiya.cli.billing;

import org.jspecify.annotations.NullMarked;
