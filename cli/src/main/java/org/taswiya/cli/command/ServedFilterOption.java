package org.taswiya.cli.command;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import picocli.CommandLine.Option;

/// Where, and of which customers, what waits for a person is looked for; null where all are.
public final class ServedFilterOption {
    @Option(names = "--area", paramLabel = "AREA", description = "Only those of this area.")
    private @Nullable String area;

    @Option(names = "--service", paramLabel = "SERVICE", description = "Only those of this service, such as water.")
    private @Nullable String service;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Only customers of this class: ${COMPLETION-CANDIDATES}.")
    private @Nullable CustomerClass customerClass;

    @Option(names = "--point", paramLabel = "POINT", description = "Only those of this usage point.")
    private @Nullable String usagePoint;

    public @Nullable String area() {
        return area;
    }

    public @Nullable String service() {
        return service;
    }

    public @Nullable CustomerClass customerClass() {
        return customerClass;
    }

    public @Nullable String usagePoint() {
        return usagePoint;
    }
}
