/// What a utility decides about estimates and settlements, read from its folder: `utilities/<utility>/policies.yaml`.
///
/// A file with findings gives no policy: a run must not start on half of what was decided. The rules themselves are
/// core's ([org.taswiya.core.billing.BillingPolicy]); prices and what depends on them stand in price books (tariff).
@NullMarked
package org.taswiya.intake.policy;

import org.jspecify.annotations.NullMarked;
