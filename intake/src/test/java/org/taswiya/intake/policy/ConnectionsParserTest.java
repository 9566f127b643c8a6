package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.connection.ConnectionRules.Item;
import org.taswiya.core.connection.ConnectionRules.Of;
import org.taswiya.core.connection.ConnectionRules.Terms;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

final class ConnectionsParserTest {
    private static final String WHOLE = """
            documents:
              - { code: identity, names: { en: Card, fr: Carte, ar: بطاقة } }
              - { code: plan, names: { en: Plan, fr: Plan, ar: تصميم } }
            connections:
              - class: household
                service: water
                documents: [plan, identity]
                quote: [{ item: branch, amount: 2500.50 }, { item: meter, amount: 350 }]
              - class: household
                service: sanitation
                billedWith: water
                documents: [plan]
                quote: [{ item: branch, amount: 3000 }]
            targets: { received: 2, accepted: 10, paid: 5, works-ordered: 20 }
            validDays: 60
            taxRate: 0.20
            source: "here"
            """;

    @Test
    void everyFieldIsRead() {
        assertThat(ConnectionsParser.parse("c.yaml", WHOLE))
                .isEqualTo(new ConnectionsReading.Read(new ConnectionRules(
                        Map.of(
                                "identity", Map.of("en", "Card", "fr", "Carte", "ar", "بطاقة"),
                                "plan", Map.of("en", "Plan", "fr", "Plan", "ar", "تصميم")),
                        Map.of(
                                new Of(CustomerClass.HOUSEHOLD, "water"),
                                new Terms(
                                        List.of("plan", "identity"),
                                        List.of(
                                                new Item("branch", Money.parse("2500.50")),
                                                new Item("meter", Money.parse("350"))),
                                        null),
                                new Of(CustomerClass.HOUSEHOLD, "sanitation"),
                                new Terms(List.of("plan"), List.of(new Item("branch", Money.parse("3000"))), "water")),
                        Map.of(
                                ApplicationState.RECEIVED, 2,
                                ApplicationState.ACCEPTED, 10,
                                ApplicationState.PAID, 5,
                                ApplicationState.WORKS_ORDERED, 20),
                        60,
                        Decimal.parse("0.20"))));
    }

    @Test
    void casablancaConnectsHouseholdsToThreeServices() throws IOException {
        assertThat(ConnectionsParser.parse(Path.of("..", "utilities", "casablanca", "connections.yaml")))
                .isInstanceOfSatisfying(ConnectionsReading.Read.class, read -> {
                    assertThat(read.rules().terms(CustomerClass.HOUSEHOLD, "electricity"))
                            .isPresent();
                    assertThat(read.rules().terms(CustomerClass.HOUSEHOLD, "water"))
                            .isPresent();
                    assertThat(read.rules().terms(CustomerClass.HOUSEHOLD, "sanitation"))
                            .hasValueSatisfying(
                                    terms -> assertThat(terms.billedWith()).isEqualTo("water"));
                    assertThat(read.rules().terms(CustomerClass.MUNICIPALITY, "water"))
                            .isEmpty();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            noClass        | class: household | class: friends | 5:12: found friends, expected one of
            twice          | service: sanitation | service: water | a second connection of household to water
            documentTwice  | code: plan | code: identity | a second document identity, expected each code once
            noSuchDocument | [plan, identity] | [plan, deed] | found deed, expected one of the documents above: identity
            askedTwice     | [plan, identity] | [plan, plan] | a second plan, expected each document once
            noDocuments    | [plan, identity] | [] | an empty list
            aLanguageLess  | fr: Carte,  | | found no field 'fr'
            itemTwice      | item: meter | item: branch | a second item branch
            nothing        | amount: 350 | amount: 0 | found 0, expected a number above zero
            halfCentime    | 2500.50 | 2500.505 | expected at most two decimals
            capitals       | item: meter | item: Meter | found Meter, expected a code of small letters
            withNoService  | billedWith: water | billedWith: gas | found gas, expected a service to which the same class
            withItself     | billedWith: water | billedWith: sanitation | found sanitation, expected a service to which
            noTarget       | received: 2,  | | found no field 'received'
            customersTurn | received: 2 | incomplete: 2 | found the unknown field 'incomplete', expected one of accep
            atOnce         | paid: 5 | paid: 0 | found 0, expected a whole number from 1 to 366
            notValid       | validDays: 60 | validDays: 0 | found 0, expected a whole number from 1 to 366
            percent        | taxRate: 0.20 | taxRate: 20 | found 20, expected a number between 0 and 1
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        assertThat(ConnectionsParser.parse("c.yaml", WHOLE.replace(right, wrong == null ? "" : wrong)))
                .isInstanceOfSatisfying(
                        ConnectionsReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().toString())
                                .as(trap)
                                .contains(finding));
    }
}
