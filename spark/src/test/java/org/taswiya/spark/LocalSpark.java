package org.taswiya.spark;

import org.apache.spark.sql.SparkSession;

/// One session on two cores for all tests of the module: starting it takes longer than they do.
public final class LocalSpark {
    private LocalSpark() {}

    private static final class Shared {
        static final SparkSession SESSION = Sessions.local(2);
    }

    public static SparkSession session() {
        return Shared.SESSION;
    }
}
