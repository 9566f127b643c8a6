package org.taswiya.cli;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import picocli.CommandLine.Option;

/// Where, and of which customers, what waits for a person is looked for; null where all are.
final class ServedFilterOption {
    @Option(names = "--area", paramLabel = "AREA", description = "Only those of this area.")
    @Nullable String area;

    @Option(names = "--service", paramLabel = "SERVICE", description = "Only those of this service, such as water.")
    @Nullable String service;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Only customers of this class: ${COMPLETION-CANDIDATES}.")
    @Nullable CustomerClass customerClass;

    @Option(names = "--point", paramLabel = "POINT", description = "Only those of this usage point.")
    @Nullable String usagePoint;
}
