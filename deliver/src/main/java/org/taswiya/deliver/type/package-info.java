/// Letters on paper: what text looks like in the fonts of this folder, from the left or from the right.
///
/// A [Typeface] is one font file. [TypeSetter] makes a [TextLine] of a text: it finds the direction of every part, the
/// typeface that has its letters, joins them, and says where each glyph stands. [FontFile] gives documents the outlines
/// to embed.
///
/// Invariants: the same text gives the same glyphs at the same places; every glyph knows which characters it stands
/// for, so that what is printed can be searched and read aloud; a character that no typeface has becomes a sign that
/// says so, never a hole.
///
/// Not here: what is printed (`deliver/print`), how a document is written (`deliver/pdf`).
@NullMarked
package org.taswiya.deliver.type;

import org.jspecify.annotations.NullMarked;
