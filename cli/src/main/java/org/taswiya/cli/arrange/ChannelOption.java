package org.taswiya.cli.arrange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taswiya.store.arrangement.RequestChannel;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Through which channel an arrangement was asked for, as it is typed.
final class ChannelOption implements ITypeConverter<RequestChannel> {
    @Override
    public RequestChannel convert(String code) {
        return RequestChannel.ofCode(code)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + code + "' is no channel; expected one of " + String.join(", ", codes())));
    }

    private static List<String> codes() {
        return Arrays.stream(RequestChannel.values()).map(RequestChannel::code).toList();
    }

    /// The codes, for completion.
    static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Codes() {
            super(codes());
        }
    }
}
