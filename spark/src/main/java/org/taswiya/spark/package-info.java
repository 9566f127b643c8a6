/// The billing run on a cluster: the same bills as on one machine, from Parquet or PostgreSQL to Parquet, by Spark.
///
/// A program of its own, with libraries of its own: [TaswiyaSpark] is its main class, for `./taswiya spark` and for
/// `spark-submit`. The run itself is in `billing`, its inputs in `input`, the files in `parquet`.
///
/// Words: `--local` bills on the cores of this machine; without it the program is one that `spark-submit` started.
///
/// Invariants: nobody depends on this module, and nothing of Spark is in any other; a bill is the same byte for byte
/// whichever engine made it.
///
/// Not here: the commands of the product (cli).
@NullMarked
package org.taswiya.spark;

import org.jspecify.annotations.NullMarked;
