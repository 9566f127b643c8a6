/// What every page has in common: words in three languages, a sheet that works in both directions.
///
/// These tests read sources as they are, templates and Java, and find a word that is missing or that nobody says.
@NullMarked
package org.taswiya.web.page;

import org.jspecify.annotations.NullMarked;
