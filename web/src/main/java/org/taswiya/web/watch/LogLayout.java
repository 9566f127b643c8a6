package org.taswiya.web.watch;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.taswiya.deliver.json.JsonLine;

/// A line of the log: words for people, or an object of JSON for programs. In neither is anything personal: long
/// numbers and addresses are blotted out, and of a failure its kind and place are told, not its message, which may
/// quote a row of the database.
public final class LogLayout extends LayoutBase<ILoggingEvent> {
    /// The property of the system that chooses JSON: it holds before and after the log is set up.
    public static final String JSON = "taswiya.log.json";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@=,;:]+@[^\\s<>@=,;:]+");
    /// It gives nothing back: each digit that it might give back would take room on the stack, and the longest number
    /// that somebody typed would be too long to be written down.
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){4,}+");
    /// Of the words of others there may be as many as they like.
    private static final int LETTERS_MOST = 4_000;

    private static final int FRAMES_MOST = 12;

    @Override
    public String doLayout(ILoggingEvent event) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("at", event.getInstant().toString());
        said.put("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
        said.put("from", event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1));
        said.put("message", blotted(withoutWords(event.getFormattedMessage(), event.getThrowableProxy())));
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                said.put(pair.key, pair.value instanceof Number number ? number : String.valueOf(pair.value));
            }
        }
        String failure = failure(event.getThrowableProxy());
        if (!failure.isEmpty()) {
            said.put("failure", failure);
        }
        return (Boolean.getBoolean(JSON) ? json(said) : String.join(" ", words(said))) + "\n";
    }

    private static String json(Map<String, Object> said) {
        return JsonLine.object(line -> {
            said.forEach((name, value) -> {
                line.writeName(name);
                if (value instanceof Number number) {
                    line.writeNumber(number.longValue());
                } else {
                    line.writeString(value.toString());
                }
            });
        });
    }

    private static List<String> words(Map<String, Object> said) {
        return said.values().stream().map(Object::toString).toList();
    }

    /// Some say a failure's own words beside it.
    private static String withoutWords(String message, @Nullable IThrowableProxy outermost) {
        String left = message;
        for (IThrowableProxy each = outermost; each != null; each = each.getCause()) {
            String words = each.getMessage();
            left = words == null || words.isEmpty() ? left : left.replace(words, "(its words)");
        }
        return left;
    }

    static String blotted(String message) {
        String some = message.length() > LETTERS_MOST ? message.substring(0, LETTERS_MOST) + "…" : message;
        String one = some.replaceAll("[\\r\\n]+", " | ");
        return LONG_NUMBER.matcher(ADDRESS.matcher(one).replaceAll("(address)")).replaceAll("(number)");
    }

    /// Its kinds, from the outermost to its cause, each with the places that it came through.
    private static String failure(@Nullable IThrowableProxy outermost) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy each = outermost; each != null; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : " caused by ").append(each.getClassName());
            if (each instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException refused) {
                text.append(" [").append(refused.getSQLState()).append(']');
            }
            StackTraceElementProxy[] frames = each.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(frames.length, FRAMES_MOST); i++) {
                text.append(' ').append(frames[i].getSTEAsString().replace("at ", "@ "));
            }
        }
        return text.toString();
    }
}
