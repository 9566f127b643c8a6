package org.taswiya.spark.billing;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/// Where a run writes: `bills/` and `withheld/`, with a file for each range, and beside them what a reader passes over.
record OutputFolder(String root) implements Serializable {

    Path bills(String range) {
        return new Path(new Path(root, "bills"), range);
    }

    Path withheld(String range) {
        return new Path(new Path(root, "withheld"), range);
    }

    Path rates(String range) {
        return new Path(new Path(root, "rates"), range);
    }

    /// Bills that have no number yet.
    Path staged(String range) {
        return new Path(new Path(work(), "staged"), range);
    }

    /// What is not complete.
    Path passing() {
        return new Path(work(), "passing");
    }

    /// Gone when the run is finished.
    Path work() {
        return new Path(root, "_work");
    }

    /// Which run this is: another one may not go on with it.
    Path mark() {
        return new Path(root, "_run.txt");
    }

    /// What the run came to; written last.
    Path report() {
        return new Path(root, "_report.json");
    }
}
