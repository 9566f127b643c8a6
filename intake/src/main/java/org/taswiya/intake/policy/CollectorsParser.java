package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.taswiya.core.collector.Channel;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.FeeRule;
import org.taswiya.core.collector.Right;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.Limit;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what a utility has agreed with its collectors (`collectors.yaml`).
public final class CollectorsParser {
    private static final Set<String> FIELDS = Set.of("fees", "bills-most", "collectors", "source", "placeholder");
    private static final Set<String> FEES = Set.of("digital", "physical", "local-card", "tax");
    private static final Set<String> FEE = Set.of("fixed", "share");
    private static final Set<String> COLLECTOR = Set.of(
            "name",
            "channel",
            "other-channels",
            "rights",
            "most-of-transaction",
            "most-of-day",
            "late-days",
            "reserved-minutes",
            "cancel-minutes",
            "remitted-after-days",
            "placeholder");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]{1,40}");
    private static final int MINUTES_MOST = 30 * 24 * 60;
    private static final int DAYS_MOST = 60;

    private final Findings findings;
    private final Map<Channel, FeeRule> fees = new EnumMap<>(Channel.class);
    private final Map<String, Collector> collectors = new TreeMap<>();
    private Decimal tax = Decimal.ZERO;
    private int billsMost;

    private CollectorsParser(Findings findings) {
        this.findings = findings;
    }

    /// The collectors of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static CollectorsReading parse(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /// The collectors of a text.
    ///
    /// @param file what findings call it
    static CollectorsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<Map<String, Collector>> read =
                YamlDocument.read(text, findings).map(root -> new CollectorsParser(findings).collectors(root));
        return findings.isEmpty() && read.isPresent()
                ? new CollectorsReading.Read(read.get())
                : new CollectorsReading.Faulty(findings.inOrder());
    }

    private Map<String, Collector> collectors(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "collectors", FIELDS, findings);
        YamlFields stated = fields.fields("fees", "fees by channel", FEES);
        if (stated != null) {
            for (Channel channel : Channel.values()) {
                addFee(stated, channel);
            }
            tax = stated.number("tax", Limit.SHARE);
        }
        billsMost = fields.whole("bills-most", 1, 100);
        fields.items("collectors", "a collector", COLLECTOR).forEach(this::add);
        return collectors;
    }

    private void addFee(YamlFields stated, Channel channel) {
        YamlFields fee = stated.has(channel.code()) ? stated.fields(channel.code(), "a fee", FEE) : null;
        if (fee != null) {
            fees.put(channel, new FeeRule(money(fee, "fixed"), fee.number("share", Limit.SHARE)));
        }
    }

    private void add(YamlFields stated) {
        String name = stated.name("name", NAME, "letters, digits and hyphens, such as wafacash");
        Channel stands = stated.choice("channel", channels());
        Channel channel = stands == null ? Channel.DIGITAL : stands;
        Collector collector = new Collector(
                name,
                channel,
                channels(stated, channel),
                rights(stated),
                money(stated, "most-of-transaction"),
                money(stated, "most-of-day"),
                billsMost,
                stated.whole("late-days", 0, DAYS_MOST),
                stated.whole("reserved-minutes", 0, MINUTES_MOST),
                stated.whole("cancel-minutes", 0, MINUTES_MOST),
                fees,
                tax,
                stated.whole("remitted-after-days", 0, DAYS_MOST));
        if (!name.isEmpty() && collectors.put(name, collector) != null) {
            findings.add(stated.placeOf("name"), "a second collector " + name, "each collector once");
        }
    }

    private Set<Channel> channels(YamlFields stated, Channel first) {
        Set<Channel> all = EnumSet.of(first);
        if (stated.has("other-channels")) {
            for (YamlNode item : stated.list("other-channels", "channels such as local-card")) {
                Channel channel = stated.choiceOf(item, channels());
                if (channel != null && !all.add(channel)) {
                    findings.add(item, "a second channel " + channel.code(), "each channel once");
                }
            }
        }
        return all;
    }

    private Set<Right> rights(YamlFields stated) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (YamlNode item : stated.list("rights", "rights such as pay")) {
            Right right = stated.choiceOf(item, rights());
            if (right != null && !rights.add(right)) {
                findings.add(item, "a second right " + right.code(), "each right once");
            }
        }
        return rights;
    }

    /// Two decimals at most.
    private Money money(YamlFields stated, String name) {
        Decimal amount = stated.number(name, Limit.ZERO_OR_MORE);
        try {
            return Money.parse(amount.toString());
        } catch (NumberFormatException | ArithmeticException _) {
            findings.add(stated.placeOf(name), amount.toString(), "an amount with two decimals at most");
            return Money.ZERO;
        }
    }

    private static Map<String, Channel> channels() {
        Map<String, Channel> channels = new TreeMap<>();
        for (Channel channel : Channel.values()) {
            channels.put(channel.code(), channel);
        }
        return channels;
    }

    private static Map<String, Right> rights() {
        Map<String, Right> rights = new TreeMap<>();
        for (Right right : Right.values()) {
            rights.put(right.code(), right);
        }
        return rights;
    }
}
