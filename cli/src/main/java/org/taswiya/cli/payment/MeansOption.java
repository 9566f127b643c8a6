package org.taswiya.cli.payment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taswiya.core.receivables.Means;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// By what money is paid, as it is typed.
final class MeansOption implements ITypeConverter<Means> {
    @Override
    public Means convert(String code) {
        return Means.ofCode(code)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + code + "' is no way to pay; expected one of " + String.join(", ", codes())));
    }

    private static List<String> codes() {
        return Arrays.stream(Means.values()).map(Means::code).toList();
    }

    /// The codes, for completion.
    static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Codes() {
            super(codes());
        }
    }
}
