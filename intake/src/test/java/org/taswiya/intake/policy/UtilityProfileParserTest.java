package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.Colour;
import org.taswiya.core.utility.PayLink;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.core.utility.UtilityProfile;

final class UtilityProfileParserTest {
    private static final String WHOLE = """
            legalName: "Eaux de Ville SA"
            names: { ar: مياه, fr: Eaux, en: Waters }
            addresses:
              ar: "1، شارع"
              fr: "1, rue"
              en: "1, street"
            postal: { street: "1, rue", city: Ville, postCode: "20000", country: MA }
            companyNumber: "001234567000089"
            taxNumber: "12345678"
            phone: "+212 522 00 00 00"
            email: "clients@ville.example"
            web: "www.ville.example"
            iban: "MA64 0115 1900 0001 2050 0053 4921"
            waysToPay: { ar: [نقدا, بطاقة], fr: [espèces, carte], en: [cash, card] }
            help: { ar: اسأل, fr: Demandez, en: Ask }
            colours: { water: "#1b4f8a", gas: "#112233" }
            pay: "https://pay.ville.example/{number}?dh={amount}"
            source: "here"
            """;

    private static final String IBAN = "iban: \"MA64 0115 1900 0001 2050 0053 4921\"\n";

    @Test
    void everyFieldIsRead() throws IOException {
        assertThat(UtilityProfileParser.parse("ville", Path.of("u.yaml"), WHOLE))
                .isEqualTo(new UtilityProfileReading.Read(profile("MA64011519000001205000534921")));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "iban:\n", "iban: \"\"\n"})
    void anIbanMayBeLeftOut(String field) throws IOException {
        assertThat(UtilityProfileParser.parse("ville", Path.of("u.yaml"), WHOLE.replace(IBAN, field)))
                .isEqualTo(new UtilityProfileReading.Read(profile("")));
    }

    @Test
    void coloursMayBeLeftOut() throws IOException {
        assertThat(UtilityProfileParser.parse("v", Path.of("u.yaml"), WHOLE.replaceAll("colours.*", "")))
                .isInstanceOfSatisfying(
                        UtilityProfileReading.Read.class,
                        read -> assertThat(read.profile().colours()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"casablanca", "onee"})
    void whatIsShippedIsInOrderAndNamesNoAccount(String utility) throws IOException {
        assertThat(UtilityProfileParser.parse(utility, Path.of("..", "utilities", utility, "utility.yaml")))
                .isInstanceOfSatisfying(UtilityProfileReading.Read.class, read -> {
                    assertThat(read.profile().utility()).isEqualTo(utility);
                    assertThat(read.profile().companyNumber())
                            .as("a placeholder that looks like one")
                            .isEqualTo("000000000000000");
                    assertThat(read.profile().iban()).isEmpty();
                    assertThat(read.profile().help()).containsOnlyKeys(Language.values());
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            aLanguageLess | fr: Eaux, | '' | 2:8: found no field 'fr', expected 'fr' with some text
            anotherLanguage | fr: Eaux, | fr: Eaux, es: Aguas, | the unknown field 'es', expected one of ar, en, fr
            emptyHelp | fr: Demandez | fr: '' | found "", expected some text
            misnamed | legalName | legal | found no field 'legalName'
            noLegalName | "Eaux de Ville SA" | '' | 1:1
            iceTooShort | "001234567000089" | "00123456789" | expected the 15 digits of an ICE, in quotes
            iceAbroad | country: MA | country: FR | read
            iceAbroadTooShort | "001234567000089" | "12" | found "12", expected
            aWord | country: MA | country: Morocco | found Morocco, expected two capital letters of ISO 3166
            small | country: MA | country: ma | found ma, expected two capital letters
            noCity | city: Ville,| '' | found no field 'city'
            noCode | "20000" | '' | expected some text
            taxNumber | taxNumber: "12345678" | taxNumber: "n/a" | expected a number of at least four digits
            phone | "+212 522 00 00 00" | "call us" | 10:8: found "call us", expected a telephone number
            email | "clients@ville.example" | "ville.example" | expected an address of e-mail
            web | "www.ville.example" | "our site" | expected an address in the web
            ibanDigit | MA64 0115 | MA64 0116 | expected an IBAN or a RIB whose check digits fit
            ibanList | "MA64 0115 1900 0001 2050 0053 4921" | [MA64] | found a list, expected an IBAN
            oneWayLess | [cash, card] | [cash] | 14:12: found more ways to pay in one language than in another
            noWays | [cash, card] | [] | found an empty list
            aWayWithoutWords | [cash, card] | [cash, ""] | expected some text
            colourByName | "#1b4f8a" | "blue" | 16:19: found "blue", expected a colour such as
            colourTooPale | "#1b4f8a" | "#ffffff" | dark enough to be read on white
            colourAsComment | "#1b4f8a", gas: "#112233" } | #1b4f8a | expected
            capitalService | water: "#1b | Water: "#1b | found Water, expected a service such as water
            noColours | { water: "#1b4f8a", gas: "#112233" } | none | found none, expected colours by service
            payWithoutNumber | {number} | 1 | an address such as https://pay.example.org/{number}
            payInTheOpen | https://pay | http://pay | an address such as https://pay.example.org/{number}
            payToAnything | {amount} | {email} | an address such as https://pay.example.org/{number}
            payInArabic | pay.ville | pay.مدينة | an address such as https://pay.example.org/{number}
            payByList | "https://pay.ville.example/{number}?dh={amount}" | [] | found a list, expected an address
            """, quoteCharacter = '`')
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) throws IOException {
        String text = WHOLE.replace(right, wrong.equals("''") ? "" : wrong);
        assertThat(text).as("the trap does something").isNotEqualTo(WHOLE);
        switch (UtilityProfileParser.parse("ville", Path.of("u.yaml"), text)) {
            case UtilityProfileReading.Read(var _) ->
                assertThat("read").as(trap).isEqualTo(finding);
            case UtilityProfileReading.Faulty(var findings) ->
                assertThat(findings.toString()).as(trap).contains(finding);
        }
    }

    private static UtilityProfile profile(String iban) {
        return new UtilityProfile(
                "ville",
                "Eaux de Ville SA",
                Map.of(Language.AR, "مياه", Language.FR, "Eaux", Language.EN, "Waters"),
                Map.of(Language.AR, "1، شارع", Language.FR, "1, rue", Language.EN, "1, street"),
                new PostalAddress("1, rue", "Ville", "20000", "MA"),
                "001234567000089",
                "12345678",
                "+212 522 00 00 00",
                "clients@ville.example",
                "www.ville.example",
                iban,
                Map.of(
                        Language.AR,
                        List.of("نقدا", "بطاقة"),
                        Language.FR,
                        List.of("espèces", "carte"),
                        Language.EN,
                        List.of("cash", "card")),
                Map.of(Language.AR, "اسأل", Language.FR, "Demandez", Language.EN, "Ask"),
                new TreeMap<>(Map.of("water", new Colour(0x1b4f8a), "gas", new Colour(0x112233))),
                new PayLink("https://pay.ville.example/{number}?dh={amount}"),
                null);
    }
}
