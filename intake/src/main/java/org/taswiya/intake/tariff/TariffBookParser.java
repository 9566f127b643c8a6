package org.taswiya.intake.tariff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.intake.tariff.TariffBook.Title;
import org.taswiya.intake.yaml.Finding;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads a price book from its file.
///
/// The format is described field by field in `utilities/tariff.schema.json`, and by the books beside it.
public final class TariffBookParser {

    private static final long FILE_BYTES_MAX = 1_000_000;
    private static final int DUE_DAYS_MAX = 366;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z][a-z0-9-]*");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Set<String> KNOWN = Set.of(
            "book",
            "title",
            "service",
            "currency",
            "unit",
            "prices",
            "rounding",
            "dueDays",
            "proration",
            "taxes",
            "indexes",
            BandCalendars.OWN,
            "versions",
            "examples");
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final Map<String, Unit> UNITS = Map.of(
            Unit.KILOWATT_HOUR.symbol(), Unit.KILOWATT_HOUR,
            Unit.CUBIC_METRE.symbol(), Unit.CUBIC_METRE,
            Unit.HUNDRED_CUBIC_FEET.symbol(), Unit.HUNDRED_CUBIC_FEET);
    private static final Map<String, TaxBasis> BASES =
            Map.of("before-tax", TaxBasis.BEFORE_TAX, "tax-included", TaxBasis.TAX_INCLUDED);
    private static final Map<String, Boolean> ROUNDINGS = Map.of("half-up", true);

    private final String file;
    private final CalendarFiles calendarFiles;
    private final Map<String, YearMonth> knownTo;
    private final Findings findings;
    private final PlaceholderNotes placeholders = new PlaceholderNotes();

    private TariffBookParser(String file, CalendarFiles calendarFiles, Map<String, YearMonth> knownTo) {
        this.file = file;
        this.knownTo = knownTo;
        this.calendarFiles = calendarFiles;
        this.findings = new Findings(file);
    }

    /// Reads a book; a file that is no book, or no file, gives findings.
    public static ParsedBook parse(Path path) {
        return parse(path, CalendarFiles.around(path));
    }

    /// The same.
    ///
    /// @param calendars of which it may name some
    static ParsedBook parse(Path path, CalendarFiles calendars) {
        String file = path.toString();
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return refused(file, Files.isDirectory(path) ? "a folder" : "no plain file", "a text file in UTF-8");
            }
            if (Files.size(path) > FILE_BYTES_MAX) {
                return refused(file, Files.size(path) + " bytes", "at most " + FILE_BYTES_MAX);
            }
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(file, text, calendars);
        } catch (CharacterCodingException _) {
            return refused(file, "bytes that are not UTF-8", "a text file in UTF-8");
        } catch (IOException unreadable) {
            return refused(file, "a file that cannot be read (" + unreadable + ")", "a readable file");
        }
    }

    private static RefusedBook refused(String file, String found, String expected) {
        return new RefusedBook(file, List.of(new Finding(file, 1, 1, found, expected)));
    }

    /// Reads a book from its text, in which its calendars are as well.
    ///
    /// @param file what findings call it
    public static ParsedBook parse(String file, String text) {
        return parse(file, text, CalendarFiles.NONE);
    }

    /// Reads a book from its text.
    ///
    /// @param file what findings call it
    /// @param calendars of which it may name some
    public static ParsedBook parse(String file, String text, CalendarFiles calendars) {
        return parse(file, text, calendars, Map.of());
    }

    /// Reads a book as if values of its indexes for later months were not published yet: where such a month is billed
    /// at the last known, it is the last known of then.
    ///
    /// @param knownTo the last month of each index by its name; those that are not in it count whole
    public static ParsedBook parseKnowing(String file, String text, Map<String, YearMonth> knownTo) {
        return parse(file, text, CalendarFiles.NONE, knownTo);
    }

    private static ParsedBook parse(String file, String text, CalendarFiles calendars, Map<String, YearMonth> knownTo) {
        TariffBookParser parser = new TariffBookParser(file, calendars, knownTo);
        TariffBook book = YamlDocument.read(text, parser.findings)
                .map(root -> parser.book(YamlFields.of(root, "a price book", KNOWN, parser.findings)))
                .orElse(null);
        return book != null && parser.findings.isEmpty() ? book : new RefusedBook(file, parser.findings.inOrder());
    }

    private @Nullable TariffBook book(YamlFields fields) {
        String id = fields.name("book", ID, "'book', an id such as casablanca/electricity-household");
        Title title = title(fields);
        String service = fields.name("service", SERVICE, "'service', a name such as electricity or water");
        String currency = fields.name("currency", CURRENCY, "'currency', a code such as MAD");
        Unit unit = fields.choice("unit", UNITS);
        TaxBasis basis = fields.choice("prices", BASES);
        fields.choice("rounding", ROUNDINGS);
        int dueDays = fields.whole("dueDays", 0, DUE_DAYS_MAX);
        TaxReader taxReader = new TaxReader(findings, placeholders);
        List<Tax> taxes = taxReader.read(fields);
        Map<String, PriceIndex> indexes = new IndexReader(findings, placeholders, knownTo).read(fields);
        Unit unitOrAny = unit == null ? Unit.KILOWATT_HOUR : unit;
        TaxBasis basisOrAny = basis == null ? TaxBasis.BEFORE_TAX : basis;
        BandCalendars calendars = new BandCalendars(fields, id, calendarFiles);
        List<TariffVersion> versions = new VersionReader(
                        findings,
                        placeholders,
                        new ComponentReader(
                                findings, placeholders, taxReader, classes(taxes), unitOrAny, calendars, indexes),
                        VersionReader.proration(fields))
                .read(fields);
        Tariff tariff =
                calendars.with(new Tariff(id, service, currency, unitOrAny, basisOrAny, dueDays, versions, taxes));
        List<WorkedExample> examples = new ExampleReader(findings, placeholders).read(fields, tariff);
        YamlNode place = fields.placeOf("book");
        return new TariffBook(
                file,
                place.line(),
                place.column(),
                tariff,
                title,
                placeholders.inOrder(),
                examples,
                calendars.files(),
                values(indexes));
    }

    private static List<IndexValue> values(Map<String, PriceIndex> indexes) {
        return indexes.values().stream()
                .flatMap(index -> index.values().entrySet().stream()
                        .map(value -> new IndexValue(index.name(), value.getKey(), value.getValue())))
                .toList();
    }

    private static Title title(YamlFields book) {
        YamlFields fields = book.fields("title", "a title: ar, fr, en", LANGUAGES);
        return fields == null
                ? new Title("", "", "")
                : new Title(fields.text("ar"), fields.text("fr"), fields.text("en"));
    }

    private static Set<String> classes(List<Tax> taxes) {
        return taxes.stream()
                .filter(ValueAddedTax.class::isInstance)
                .map(tax -> ((ValueAddedTax) tax).taxClass())
                .collect(Collectors.toSet());
    }
}
