/// The command that tells by which methods unread meters can be estimated.
///
/// A method is looked up by whoever writes a chain, or wants the estimate of a bill that waits made otherwise: what it
/// needs of a meter's past says for which meters it can answer at all.
///
/// Words: method, kind, edition, version, chain.
///
/// Invariants: every method of core is told, whatever is added there.
///
/// Not here: how good a method is (measuring), how one is chosen for a bill that waits (hold).
@NullMarked
package org.taswiya.cli.estimation;

import org.jspecify.annotations.NullMarked;
