/// Commands for collectors: `serve` answers them over HTTP; `collector` and those under it give keys, show what was
/// taken, lay a collector's list beside ours, book what it sends, and play one.
///
/// Not here: what a message does (core), how it is kept (store), how it comes (server).
@NullMarked
package org.taswiya.cli.collector;

import org.jspecify.annotations.NullMarked;
