/// Whom a program that has just begun lets in.
///
/// [FirstStaff] is the one-time link by which the first of the staff gets in; [DemoPeople] are those of a demo, each
/// with what is needed to sign in, and [DemoClock] the time in which they live.
///
/// Invariants: a link is made only while nobody of the staff can get in; people of a demo are made in a home that a
/// demo made and that only this machine reaches.
///
/// Not here: how staff are added later (`staff add`), how anybody signs in (the doors).
@NullMarked
package org.taswiya.web.first;

import org.jspecify.annotations.NullMarked;
