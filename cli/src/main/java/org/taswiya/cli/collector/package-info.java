/// Commands for collectors: `collector serve` answers them over HTTP; those beside it give keys, show what was
/// taken, lay a collector's list beside ours, book what it sends, and play one.
///
/// They parse the command line, ask the store, and say what came of it; a refusal is told with its reason's code.
///
/// Words: a *log* is the list that a simulated collector keeps of what it paid.
///
/// Not here: what a message does (core), how it is kept (store), how it comes (server).
@NullMarked
package org.taswiya.cli.collector;

import org.jspecify.annotations.NullMarked;
