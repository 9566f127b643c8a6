package org.taswiya.cli.hold;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.store.decision.HoldFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which of the agreements that wait.
final class HoldFilterOption {
    @Option(
            names = "--reason",
            paramLabel = "CODE",
            converter = ReasonConverter.class,
            description = "Only those that wait for this reason, such as above-usual.")
    private @Nullable HoldReason reason;

    @Option(names = "--run", paramLabel = "RUN", description = "Only those that this run held.")
    private @Nullable Long run;

    @Option(names = "--area", paramLabel = "AREA", description = "Only those of this area.")
    private @Nullable String area;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Only customers of this class: ${COMPLETION-CANDIDATES}.")
    private @Nullable CustomerClass customerClass;

    boolean isStated() {
        return reason != null || run != null || area != null || customerClass != null;
    }

    HoldFilter filter() {
        return new HoldFilter(reason, run, area, customerClass);
    }

    /// Reasons as answers show them.
    static final class ReasonConverter implements ITypeConverter<HoldReason> {
        @Override
        public HoldReason convert(String code) {
            return HoldReason.ofCode(code.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new TypeConversionException("'" + code + "' is no reason; there are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(HoldReason.values())
                                            .map(HoldReason::code)
                                            .toList())));
        }
    }
}
