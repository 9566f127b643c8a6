package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.Colour;
import org.taswiya.core.utility.Logo;
import org.taswiya.core.utility.PayLink;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;

/// Reads who a utility is, as its papers say it.
public final class UtilityProfileParser {
    private static final Set<String> FIELDS = Set.of(
            "legalName",
            "names",
            "addresses",
            "postal",
            "companyNumber",
            "taxNumber",
            "phone",
            "email",
            "web",
            "iban",
            "waysToPay",
            "help",
            "colours",
            "pay",
            "logo",
            "source",
            "placeholder");
    private static final Set<String> POSTAL = Set.of("street", "city", "postCode", "country");
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z./-]{3,29}");
    private static final Pattern ICE = Pattern.compile("[0-9]{15}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ]{2,24}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern WEB = Pattern.compile("[^\\s.]+(\\.[^\\s.]+)+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final String MOROCCO = "MA";

    private final Findings findings;

    private UtilityProfileParser(Findings findings) {
        this.findings = findings;
    }

    /// The profile of a file.
    ///
    /// @param utility the name of its folder
    /// @throws IOException when the file cannot be read
    public static UtilityProfileReading parse(String utility, Path file) throws IOException {
        return parse(utility, file, YamlDocument.text(file));
    }

    /// The profile of a text.
    ///
    /// @param file what findings call it; the logo is beside it
    static UtilityProfileReading parse(String utility, Path file, String text) throws IOException {
        Findings findings = new Findings(file.toString());
        Optional<YamlNode> root = YamlDocument.read(text, findings);
        Optional<UtilityProfile> profile = Optional.empty();
        if (root.isPresent()) {
            profile = new UtilityProfileParser(findings).profile(utility, root.get(), file.resolveSibling(""));
        }
        return profile.isPresent()
                ? new UtilityProfileReading.Read(profile.get())
                : new UtilityProfileReading.Faulty(findings.inOrder());
    }

    private Optional<UtilityProfile> profile(String utility, YamlNode root, Path folder) throws IOException {
        YamlFields fields = YamlFields.of(root, "who the utility is", FIELDS, findings);
        String legalName = fields.text("legalName");
        Map<Language, String> names = texts(fields, "names", "what customers call it, by language");
        Map<Language, String> addresses = texts(fields, "addresses", "its address as printed, by language");
        PostalAddress postal = postal(fields);
        String taxNumber = fields.name("taxNumber", NUMBER, "a number of at least four digits or capitals, in quotes");
        String phone = fields.name("phone", PHONE, "a telephone number of digits and spaces, in quotes");
        String email = fields.name("email", EMAIL, "an address of e-mail");
        String web = fields.name("web", WEB, "an address in the web such as www.example.org");
        Map<Language, List<String>> ways = waysToPay(fields);
        Map<Language, String> help = texts(fields, "help", "whom to ask and when, by language");
        String companyNumber = companyNumber(fields, postal);
        String iban = iban(fields);
        SortedMap<String, Colour> colours = colours(fields);
        PayLink payLink = payLink(fields);
        Logo logo = logo(fields, folder);
        return findings.isEmpty()
                ? Optional.of(new UtilityProfile(
                        utility,
                        legalName,
                        names,
                        addresses,
                        postal,
                        companyNumber,
                        taxNumber,
                        phone,
                        email,
                        web,
                        iban,
                        ways,
                        help,
                        colours,
                        payLink,
                        logo))
                : Optional.empty();
    }

    private Map<Language, String> texts(YamlFields fields, String name, String what) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        YamlFields stated = fields.fields(name, what, LANGUAGES);
        for (Language language : Language.values()) {
            texts.put(language, stated == null ? "" : stated.text(language.code()));
        }
        return texts;
    }

    private PostalAddress postal(YamlFields fields) {
        YamlFields stated = fields.fields("postal", "its postal address", POSTAL);
        if (stated == null) {
            return new PostalAddress("", "-", "", PostalAddress.UNKNOWN_COUNTRY);
        }
        String street = stated.text("street");
        String city = stated.text("city");
        String postCode = stated.text("postCode");
        String country = stated.name("country", COUNTRY, "two capital letters of ISO 3166 such as MA");
        return new PostalAddress(
                street,
                city.isEmpty() ? "-" : city,
                postCode,
                country.isEmpty() ? PostalAddress.UNKNOWN_COUNTRY : country);
    }

    /// In Morocco the ICE, which is longer than the other numbers of a company and often taken for one of them.
    private static String companyNumber(YamlFields fields, PostalAddress postal) {
        return postal.country().equals(MOROCCO)
                ? fields.name("companyNumber", ICE, "the 15 digits of an ICE, in quotes")
                : fields.name("companyNumber", NUMBER, "a number of at least four digits or capitals, in quotes");
    }

    private String iban(YamlFields fields) {
        YamlNode value = fields.optional("iban");
        if (value == null || value instanceof Scalar scalar && scalar.text().isBlank()) {
            return "";
        }
        Optional<BankAccountNumber> number =
                value instanceof Scalar scalar ? BankAccountNumber.parse(scalar.text()) : Optional.empty();
        if (number.isEmpty()) {
            findings.add(value, value.describe(), "an IBAN or a RIB whose check digits fit, or no field 'iban'");
        }
        return number.map(BankAccountNumber::iban).orElse("");
    }

    private Map<Language, List<String>> waysToPay(YamlFields fields) {
        Map<Language, List<String>> ways = new EnumMap<>(Language.class);
        YamlFields stated = fields.fields("waysToPay", "ways to pay by language", LANGUAGES);
        for (Language language : Language.values()) {
            List<String> told = new ArrayList<>();
            if (stated != null) {
                stated.list(language.code(), "a way to pay").forEach(way -> told.add(stated.textOf(way)));
            }
            ways.put(language, told);
        }
        Set<Integer> counts = new HashSet<>();
        ways.values().forEach(told -> counts.add(told.size()));
        if (stated != null && counts.size() > 1 && findings.isEmpty()) {
            findings.add(stated.place(), "more ways to pay in one language than in another", "as many in each");
        }
        return ways;
    }

    private @Nullable PayLink payLink(YamlFields fields) {
        YamlNode value = fields.optional("pay");
        if (value == null) {
            return null;
        }
        Optional<PayLink> link = value instanceof Scalar scalar ? PayLink.parse(scalar.text()) : Optional.empty();
        if (link.isEmpty()) {
            findings.add(
                    value,
                    value.describe(),
                    "an address such as https://pay.example.org/{number}?amount={amount}, in quotes, of at most "
                            + PayLink.LONGEST + " characters");
        }
        return link.orElse(null);
    }

    private @Nullable Logo logo(YamlFields fields, Path folder) throws IOException {
        YamlNode value = fields.optional("logo");
        if (value == null) {
            return null;
        }
        if (value instanceof Scalar name) {
            return LogoFile.read(folder, name, findings).orElse(null);
        }
        findings.add(value, value.describe(), "the name of a PNG or JPEG file beside this one, such as logo.png");
        return null;
    }

    private SortedMap<String, Colour> colours(YamlFields fields) {
        Map<String, Mapping.Entry> stated = fields.entries("colours", "colours by service");
        SortedMap<String, Colour> colours = new TreeMap<>();
        for (String service : new TreeSet<>(stated.keySet())) {
            Mapping.Entry entry = stated.get(service);
            if (entry == null) {
                continue;
            }
            if (!SERVICE.matcher(service).matches()) {
                findings.add(entry.key(), service, "a service such as water");
            }
            Optional<Colour> colour =
                    entry.value() instanceof Scalar scalar ? Colour.parse(scalar.text()) : Optional.empty();
            colour.filter(Contrast::isReadableOnWhite)
                    .ifPresentOrElse(
                            known -> colours.put(service, known),
                            () -> findings.add(
                                    entry.value(),
                                    entry.value().describe(),
                                    "a colour such as \"#1b4f8a\", in quotes, dark enough to be read on white"));
        }
        return Collections.unmodifiableSortedMap(colours);
    }
}
