package org.taswiya.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountsOfTest {
    private static final AccessTown TOWN = AccessTown.fresh();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            byTheFirst  | 1    | 1 2 9
            byTheLast   | 9    | 1 2 9
            ofAnother   | none | 3 4 5 6
            unknown     | unknown | ''
            aCustomer   | P1   | ''
            """)
    void allOfTheSameCustomerInOrder(String trap, String account, String expected) {
        assertThat(AccountsOf.customerWith(TOWN.database(), AccessTown.account(account)).stream()
                        .map(reference -> reference.replaceFirst("^0+", ""))
                        .collect(Collectors.joining(" ")))
                .as(trap)
                .isEqualTo(expected);
    }
}
