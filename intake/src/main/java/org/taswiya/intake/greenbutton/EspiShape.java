package org.taswiya.intake.greenbutton;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the ESPI schema lets an element hold.
sealed interface EspiShape {

    /// Anything: checked by nobody here.
    record Open() implements EspiShape {}

    /// Text of one type.
    enum Leaf implements EspiShape {
        INT16("-32768", "32767"),
        INT48("-140737488355328", "140737488355328"),
        LONG("-9223372036854775808", "9223372036854775807"),
        UINT8("0", "255"),
        UINT16("0", "65535"),
        UINT32("0", "4294967295"),
        INTEGER(Pattern.compile("[+-]?[0-9]+")),
        HEX16(Pattern.compile("(?:[0-9A-Fa-f]{2}){0,2}")),
        HEX32(Pattern.compile("(?:[0-9A-Fa-f]{2}){0,4}")),
        TEXT32(Pattern.compile("(?s).{0,32}")),
        TEXT256(Pattern.compile("(?s).{0,256}")),
        ADDRESS(Pattern.compile("(?s).*")),
        TRUTH(Pattern.compile("true|false|1|0")),
        BILLING_READY(Pattern.compile("amiCapable|amiDisabled|billingApproved|enabled|nonAmi|nonMetered|operable")),
        CONNECTION(Pattern.compile("connected|logicallyDisconnected|physicallyDisconnected"));

        private static final int PLAIN_DIGITS = 18;

        /// Of a number without bounds both are null.
        private final @Nullable BigInteger least;

        private final @Nullable BigInteger most;
        private final Pattern pattern;

        Leaf(String least, String most) {
            this.pattern = Pattern.compile("[+-]?[0-9]+");
            this.least = new BigInteger(least);
            this.most = new BigInteger(most);
        }

        Leaf(Pattern pattern) {
            this.pattern = pattern;
            this.least = null;
            this.most = null;
        }

        /// Whether a text is of this type. What is no free text may have spaces around it.
        boolean accepts(String text) {
            boolean isFree = this == TEXT32 || this == TEXT256;
            String value = isFree ? text : text.strip();
            if (!pattern.matcher(value).matches()) {
                return false;
            }
            if (least == null || most == null) {
                return true;
            }
            BigInteger number =
                    value.length() <= PLAIN_DIGITS ? BigInteger.valueOf(Long.parseLong(value)) : new BigInteger(value);
            return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        }
    }

    /// One of the elements that follow each other in another.
    record Field(String name, EspiShape shape, int least, int most) {
        static Field of(String name, EspiShape shape) {
            return new Field(name, shape, 0, 1);
        }

        Field required() {
            return new Field(name, shape, 1, most);
        }

        Field many() {
            return new Field(name, shape, least, Integer.MAX_VALUE);
        }
    }

    /// Elements in this order, each at most as often as stated.
    record Form(List<Field> fields, Map<String, Integer> places) implements EspiShape {
        static final Field EXTENSION = Field.of("extension", new Open()).many();
        static final Field BATCH_ITEM = Field.of("batchItemInfo", new Open());

        /// What any object may begin with, then its own fields.
        static Form of(Field... own) {
            return of(List.of(EXTENSION), own);
        }

        /// What the content of an entry may begin with, then its own fields.
        static Form ofEntry(Field... own) {
            return of(List.of(EXTENSION, BATCH_ITEM), own);
        }

        private static Form of(List<Field> first, Field... own) {
            List<Field> fields = new ArrayList<>(first);
            fields.addAll(List.of(own));
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                places.put(fields.get(i).name(), i);
            }
            return new Form(List.copyOf(fields), Map.copyOf(places));
        }

        /// The place of a field; -1 when there is none of the name.
        int place(String name) {
            return places.getOrDefault(name, -1);
        }
    }

    /// What the schema knows and nothing here needs.
    Set<String> UNREAD = Set.of(
            "ApplicationInformation",
            "Authorization",
            "BatchItemInfo",
            "BatchList",
            "DateTimeInterval",
            "IdentifiedObject",
            "IntervalReading",
            "Object",
            "ProgramIdMappings",
            "ReadingQuality",
            "ServiceStatus",
            "SummaryMeasurement");
}
