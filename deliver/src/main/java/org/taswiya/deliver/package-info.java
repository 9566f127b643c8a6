/// Out: a bill becomes a document, a notice becomes a message.
///
/// Whatever is printed was decided before: an amount, its derivation and its clause arrive as data, and each kind of
/// document shows the same record.
///
/// A delivery that fails is tried again; the bill stands.
///
/// This package computes no amount (`core` does) and reads no file of the utility (`intake` does).
@NullMarked
package org.taswiya.deliver;

import org.jspecify.annotations.NullMarked;
