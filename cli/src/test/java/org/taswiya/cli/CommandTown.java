package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.quantity.Money;

/// Households whose books are filled and billed by commands alone, as a utility does it.
///
/// Household `n` has customer `Pn`, account `000000000n`, premise `Ln`, usage point `En`, meter `Mn` and agreement
/// `C0000n` for electricity from 1 February 2020.
final class CommandTown {
    static final String EXCHANGES = "POINT;DATE;ANCIEN;INDEX_DEPOSE;NOUVEAU;INDEX_POSE";
    static final String METERS = "POINT;COMPTEUR;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE";
    static final String READINGS = "usagePoint,at,value";
    static final String RESETS = "POINT;DATE;COMPTEUR;INDEX_AVANT;INDEX_APRES";
    static final String VISITS = "POINT;COMPTEUR;DATE;HEURE;INDEX;ANOMALIE;LAT;LON;PHOTO;AGENT";

    private final Path folder;
    private final CommandHome home;

    /// On a server that runs already.
    CommandTown(Path folder) {
        this(folder, CommandHome.onTestServer(folder.resolve("home")));
    }

    private CommandTown(Path folder, CommandHome home) {
        this.folder = folder;
        this.home = home;
    }

    /// In a home whose commands start and stop its own server, one after the other.
    static CommandTown withItsOwnServer(Path folder) {
        return new CommandTown(folder, CommandHome.withItsOwnServer(folder.resolve("home")));
    }

    /// With one household that used 320 kWh in February 2020: bill 0000000001AB of 3 March, 538.26, due on the 21st.
    static CommandTown withABill(Path folder) throws IOException {
        return withBills(folder, 320);
    }

    /// With as many households, each with a bill of 3 March 2020 for what it used in February: 129.46 for 120 kWh, the
    /// first of them 0000000001AB.
    static CommandTown withBills(Path folder, int... used) throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(used.length);
        town.plainMeters(used.length);
        for (int household = 1; household <= used.length; household++) {
            town.read(household, used[household - 1], LocalDate.of(2020, 3, 1));
        }
        town.good("bill", "--to", "2020-03-01", "--on", "2020-03-03");
        return town;
    }

    /// One household that is read on the first of every month up to a day, and not billed yet.
    static CommandTown ofOne(Path folder, int monthly, LocalDate to) throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(1);
        town.plainMeters(1);
        town.read(1, monthly, to);
        return town;
    }

    CommandHome home() {
        return home;
    }

    /// The home where households pay by this book of electricity.
    CommandHome priced(String book) throws IOException {
        return home.with(utilities("tariffs/electricity-household.yaml", _ -> book));
    }

    /// A file of some rows.
    static String rows(String header, String... rows) {
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    /// What is said where a command is wrong usage.
    CommandHome.Said refused(String... words) {
        return home.expect(ExitCode.WRONG_USAGE, words);
    }

    String good(String... words) {
        return home.good(words);
    }

    /// The same, of a command whose last words differ.
    String good(List<String> first, String... more) {
        return good(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /// Imports a file of which every row is accepted.
    String take(String mapping, String text, String... more) throws IOException {
        CommandHome.Said said = bring(mapping, text, more);
        assertThat(said.code()).as(text + said).isEqualTo(ExitCode.GOOD);
        return said.out();
    }

    /// Imports a file.
    CommandHome.Said bring(String mapping, String text, String... more) throws IOException {
        Path file = Files.write(folder.resolve(mapping + ".csv"), text.getBytes(StandardCharsets.UTF_8));
        List<String> words = new ArrayList<>(List.of("import", file.toString(), "--mapping", mapping));
        words.addAll(List.of(more));
        return home.run(words.toArray(String[]::new));
    }

    /// Everything but meters and readings.
    void serve(int households) throws IOException {
        serve(households, household -> household + ", rue Atlas");
    }

    /// The same, each at an address of its own.
    void serve(int households, IntFunction<String> addresses) throws IOException {
        take("customers", each("CLIENT;CATEGORIE;NOM", "P%1$d;PART;Client %1$d", households), "--new-home");
        take("accounts", each("COMPTE;CLIENT", "%1$010d;P%1$d", households));
        String[] premises = IntStream.rangeClosed(1, households)
                .mapToObj(i -> "L" + i + ";" + addresses.apply(i) + ";Anfa")
                .toArray(String[]::new);
        take("premises", rows("LOCAL;ADRESSE;QUARTIER", premises));
        take("usage-points", each("POINT;LOCAL;FLUIDE", "E%1$d;L%1$d;ELEC", households));
        take(
                "agreements",
                each(
                        "CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN",
                        "C%1$05d;%1$010d;E%1$d;BT-DOM;1;01/02/2020;",
                        households));
    }

    /// A meter of six digits for each household, on the wall since 2018.
    void plainMeters(int households) throws IOException {
        take("meters", each(METERS, "E%1$d;M%1$d;01/01/2018;;6;0;1;ELEC;0", households));
    }

    /// A row for each household.
    ///
    /// @param row a format of its number
    private static String each(String header, String row, int households) {
        return rows(
                header,
                IntStream.rangeClosed(1, households)
                        .mapToObj(i -> String.format(Locale.ROOT, row, i))
                        .toArray(String[]::new));
    }

    /// Readings of the first of every month, from February 2018, of so much a month, as another system judged them.
    void read(int household, int monthly, LocalDate to) throws IOException {
        List<String> readings = new ArrayList<>();
        int shown = 0;
        for (LocalDate day = LocalDate.of(2018, 2, 1); !day.isAfter(to); day = day.plusMonths(1)) {
            shown += monthly;
            readings.add("E%d,%s,%d".formatted(household, day, shown));
        }
        take("readings", rows(READINGS, readings.toArray(String[]::new)), "--as-they-are");
    }

    /// A reading of the first household, as another system judged it.
    void read(String at, int value) throws IOException {
        take("readings", rows(READINGS, "E1," + at + "," + value), "--as-they-are");
    }

    /// The first household has a meter of half hours, which [#loadHalfHours] reads.
    void meterOfHalfHours() throws IOException {
        take("meters", rows(METERS, "E1;NMI0000001;01/01/2018;;6;0;1;ELEC;0"));
    }

    /// @param by whose command it is
    /// @param highest the half hour of each day, from midnight, in which 1.5 kWh are used; 0.5 in all others
    void loadHalfHours(CommandHome by, String from, String to, int highest, String... more) throws IOException {
        StringBuilder feed =
                new StringBuilder("100,NEM12,202007010000,FROM,TO\n200,NMI0000001,E1,1,E1,N1,M1,KWH,30,\n");
        LocalDate.parse(from).datesUntil(LocalDate.parse(to)).forEach(day -> {
            feed.append("300,").append(day.toString().replace("-", ""));
            for (int i = 0; i < 48; i++) {
                feed.append(i == highest ? ",1.5" : ",0.5");
            }
            feed.append(",A,,,20200701000000,\n");
        });
        Path file = Files.writeString(folder.resolve("feed.csv"), feed.append("900\n"));
        String[] words = {
            "intervals", "load", file.toString(), "--by", "serial", "--zone", "+10:00", "--on", "2020-07-01"
        };
        by.good(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    }

    /// The utilities as they are shipped, but for one file of Casablanca's.
    ///
    /// @param written what it has instead of what it had; empty for a new one
    Path utilities(String file, UnaryOperator<String> written) throws IOException {
        Path shipped = Path.of("..", "utilities", "casablanca");
        Path utilities = folder.resolve("utilities");
        Path copied = Files.createDirectories(utilities).resolve("casablanca");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path from : files.toList()) {
                Files.copy(from, copied.resolve(shipped.relativize(from)));
            }
        }
        Path other = copied.resolve(file);
        Files.writeString(other, written.apply(Files.exists(other) ? Files.readString(other) : ""));
        return utilities;
    }

    void route(String name, String... points) throws IOException {
        Path file = Files.write(folder.resolve(name + ".txt"), List.of(points));
        good("route", "lay", name, file.toString(), "--why", "as walked");
    }

    void bill(String to) {
        good("bill", "--to", to, "--documents");
    }

    void verify() {
        good("verify", home.documents().toString());
    }

    /// Bills to a day and verifies all documents.
    ///
    /// @param by whose commands these are
    /// @return the bill of the first household
    Document billed(CommandHome by, String to) throws IOException {
        by.good("bill", "--to", to, "--documents");
        by.good("verify", by.documents().toString());
        return bill("C00001", to);
    }

    /// What is read at the first household besides its meter.
    static void fact(CommandHome by, String code, String day, String value) {
        by.good("agreement", "fact", "C00001", code, value, "--from", day, "--why", "read on the round");
    }

    /// A bill as a clerk sees it, without marks of direction and with plain spaces.
    static String shown(CommandHome by, Document bill, String language) {
        return by.good("bill", "show", bill.number(), "--lang", language)
                .replaceAll("[\u2066-\u2069]", "")
                .replaceAll("[\u00a0\u202f\\s]+", " ");
    }

    /// All bills are made again, and each is what it was.
    String reprinted(CommandHome by) throws IOException {
        return by.good(
                "bill",
                "reprint",
                "--all",
                "--to",
                Files.createTempDirectory(folder, "again").toString());
    }

    /// What each billed period of the first account would come to by the book in force, in order; what is left out is
    /// no line of it.
    static List<String> tried(CommandHome home, String... days) {
        List<String> words = new ArrayList<>(
                List.of("tariff", "try", "casablanca/electricity-household", "--account", "0000000001", "--json"));
        words.addAll(List.of(days));
        return home.good(words.toArray(String[]::new))
                .lines()
                .map(bill -> bill.replaceFirst(".*\"total\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /// What the bills of an agreement after a day come to.
    Money billedAfter(String agreement, LocalDate day) throws IOException {
        Money sum = Money.ZERO;
        for (Document bill : bills(agreement)) {
            if (LocalDate.parse(bill.billedOn()).isAfter(day)) {
                sum = sum.plus(bill.total());
            }
        }
        return sum;
    }

    Document bill(String agreement, String on) throws IOException {
        return bills(agreement).stream()
                .filter(bill -> bill.billedOn().equals(on))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bill of " + agreement + " of " + on));
    }

    List<Document> bills(String agreement) throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.documents())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Document document = new Document(Files.readString(file));
                if (document.agreement().equals(agreement)) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    /// A bill as it was sent.
    record Document(String text) {
        private String field(String name) {
            Matcher found =
                    Pattern.compile("(?m)^  \"" + name + "\": \"([^\"]*)\"").matcher(text);
            assertThat(found.find()).as(name).isTrue();
            return found.group(1);
        }

        String agreement() {
            return field("agreement");
        }

        String number() {
            return field("number");
        }

        String billedOn() {
            return field("billedOn");
        }

        Money total() {
            return Money.parse(field("total"));
        }
    }
}
