/// Prices against those of someone else's calculator.
///
/// The cases lie beside the project and are not part of it; a test that needs them is skipped where they are not.
@NullMarked
package org.taswiya.laws.oracle;

import org.jspecify.annotations.NullMarked;
