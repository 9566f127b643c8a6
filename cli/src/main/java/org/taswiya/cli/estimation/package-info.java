/// The command that tells by which methods unread meters can be estimated.
///
/// Words: method, kind, edition, version, chain.
///
/// Invariants: every method of core is told, whatever is added there.
///
/// Not here: how good a method is (measuring), how one is chosen for a bill that waits (hold).
@NullMarked
package org.taswiya.cli.estimation;

import org.jspecify.annotations.NullMarked;
