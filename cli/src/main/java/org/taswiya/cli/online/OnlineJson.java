package org.taswiya.cli.online;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers as JSON; money as decimals in strings.
final class OnlineJson {
    private OnlineJson() {}
}
