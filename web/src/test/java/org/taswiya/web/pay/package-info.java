/// Amounts as people type them; how they are paid is tested over HTTP in the package above.
@NullMarked
package org.taswiya.web.pay;

import org.jspecify.annotations.NullMarked;
