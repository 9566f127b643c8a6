package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.MessageRules;
import org.taswiya.core.message.QuietHours;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility has decided about its messages: whose text messages are, what they cost, when they wait.
public final class MessagesParser {
    private static final Set<String> FIELDS = Set.of("sms", "quietHours", "billLink", "source", "placeholder");
    private static final Set<String> SMS = Set.of("sender", "segmentPrice", "source", "placeholder");
    private static final Set<String> QUIET = Set.of("from", "to", "zone", "except", "source", "placeholder");

    /// What GSM lets a sender be called.
    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9 ._-]{1,11}|\\+?[0-9]{3,15}");

    private static final Pattern LINK = Pattern.compile("https://[^\\s{}<>\"]{1,300}\\{bill\\}[^\\s{}<>\"]{0,100}");
    private static final String LINK_EXPECTED = "an address such as \"https://portal.example.org/bills/{bill}\"";

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z_]+(/[A-Za-z_-]+)+");
    private static final Map<String, Cause.Kind> KINDS =
            Stream.of(Cause.Kind.values()).collect(Collectors.toMap(Cause.Kind::code, Function.identity()));

    private final Findings findings;

    private MessagesParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static MessagesReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static MessagesReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<MessageRules> rules =
                YamlDocument.read(text, findings).map(root -> new MessagesParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new MessagesReading.Read(rules.get())
                : new MessagesReading.Faulty(findings.inOrder());
    }

    private MessageRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "messages", FIELDS, findings);
        YamlFields sms = fields.fields("sms", "text messages", SMS);
        String sender = sms == null
                ? ""
                : sms.name("sender", SENDER, "a name of at most 11 letters and digits, or a number, in quotes");
        Decimal price = sms == null ? null : sms.optionalNumber("segmentPrice", Limit.ABOVE_ZERO);
        String link = fields.has("billLink") ? fields.name("billLink", LINK, LINK_EXPECTED) : "";
        return new MessageRules(sender, price, fields.has("quietHours") ? quietHours(fields) : null, link);
    }

    private @Nullable QuietHours quietHours(YamlFields fields) {
        YamlFields quiet = fields.fields("quietHours", "hours in which text messages wait", QUIET);
        if (quiet == null) {
            return null;
        }
        String from = quiet.name("from", TIME, "a time of day such as \"21:00\", in quotes");
        String to = quiet.name("to", TIME, "a time of day such as \"08:00\", in quotes");
        ZoneId zone = zone(quiet);
        Set<Cause.Kind> except = except(quiet);
        if (from.isEmpty() || to.isEmpty() || zone == null) {
            return null;
        }
        if (from.equals(to)) {
            findings.add(quiet.placeOf("to"), to, "another time than from");
            return null;
        }
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), zone, except);
    }

    private @Nullable ZoneId zone(YamlFields quiet) {
        String named = quiet.name("zone", ZONE, "a time zone such as Africa/Casablanca");
        if (named.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(named);
        } catch (DateTimeException _) {
            findings.add(quiet.placeOf("zone"), named, "a time zone such as Africa/Casablanca");
            return null;
        }
    }

    private static Set<Cause.Kind> except(YamlFields quiet) {
        Set<Cause.Kind> except = EnumSet.noneOf(Cause.Kind.class);
        for (YamlNode one : quiet.list("except", "a kind of message that is told at any hour")) {
            Cause.Kind kind = quiet.choiceOf(one, KINDS);
            if (kind != null) {
                except.add(kind);
            }
        }
        return except;
    }
}
