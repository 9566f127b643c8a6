/// Documents as PDF 1.7 (ISO 32000-1): pages, the typefaces in them, what a screen reader is told, files inside.
///
/// A [PdfFile] writes objects as they come and keeps none, so that a file for a printer may have any number of pages.
/// [PageContent] is what is drawn on one page; [FontUse] which glyphs of which typeface a document needs;
/// [StructureTree] what the drawing means (PDF/UA-1, ISO 14289-1); [PdfDocument] puts them together, as PDF/A-3
/// (ISO 19005-3) does it.
///
/// Invariants: the same calls give the same bytes; every glyph can be read back as the characters it stands for; no
/// clock, no chance, no path gets into a file.
///
/// Not here: what stands on a page (`deliver/print`), shapes of letters (`deliver/type`).
@NullMarked
package org.taswiya.deliver.pdf;

import org.jspecify.annotations.NullMarked;
