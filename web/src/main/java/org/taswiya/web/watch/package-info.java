/// What those see who run the program: whether it is ready, what it counts, what its log says.
///
/// [Readiness] answers `/ready` ([ReadyPage]); [RequestCounts], filled by [RequestWatch], and [MetricsPage] are what a
/// monitoring program collects from a door of its own ([MetricsDoor]); [LogLayout] writes the lines of the log.
///
/// Invariants: a request is counted and logged under the pattern of its route, never under its path, so that no
/// reference, name or code is in a metric or in the log; messages of failures, which may quote a row, are left out.
///
/// Not here: what a run says of itself (`run`'s metrics, docs/metrics.md).
@NullMarked
package org.taswiya.web.watch;

import org.jspecify.annotations.NullMarked;
