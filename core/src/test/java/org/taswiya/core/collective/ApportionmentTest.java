package org.taswiya.core.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.collective.ApportionmentOutcome.Apportioned;
import org.taswiya.core.collective.ApportionmentOutcome.Refused;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;

final class ApportionmentTest {

    /// Sub-meters as `point:own:share`; amounts in the same order, `+` on those with a minor unit that rounding left.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            by use                                  | 90.00  | 30 | A:10:1 B:20:1        | 0   | 30.00 60.00
            the common part by shares               | 90.00  | 30 | A:10:1 B:10:3        | 10  | 37.50 52.50
            a share of nothing bears its own use    | 90.00  | 30 | A:10:0 B:10:1        | 10  | 30.00 60.00
            nobody used anything, a fixed charge    | 10.00  | 0  | A:0:1 B:0:3          | 0   | 2.50 7.50
            all is common                           | 10.00  | 8  | A:0:1 B:0:1          | 8   | 5.00 5.00
            a centime is left, to the greatest loss | 1.00   | 3  | A:1:0 B:1:0 C:1:0    | 0   | 0.34+ 0.33 0.33
            two are left, to two                    | 0.02   | 3  | A:1:0 B:1:0 C:1:0    | 0   | 0.01+ 0.01+ 0.00
            not to whom had nothing rounded         | 1.01   | 4  | A:2:0 B:1:0 C:1:0    | 0   | 0.51+ 0.25 0.25
            in the customers' favour                | -1.00  | 3  | A:1:0 B:1:0 C:1:0    | 0   | -0.34+ -0.33 -0.33
            nothing to pay                          | 0.00   | 3  | A:1:0 B:1:1          | 1   | 0.00 0.00
            litres                                  | 10.00  | 1  | A:0.333:1 B:0.333:1  | 0.334 | 5.00 5.00
            """)
    void isSharedOut(String trap, String total, String main, String subs, String common, String amounts) {
        Apportionment shared = ((Apportioned) of(total, main, subs)).apportionment();
        assertThat(shared.common().toCanonicalText(3)).isEqualTo(common);
        assertThat(shared.parts().stream()
                        .map(part -> part.amount() + (part.hasLeftOver() ? "+" : ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(amounts);
        assertThat(shared.leftOver())
                .isEqualTo(amounts.chars().filter(c -> c == '+').count());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nobody behind it            | 30 | -               | no-sub-meters   | nobody
            more below than above       | 30 | A:20:1 B:10.5:1 | subs-above-main | counted 30.5, the main meter 30
            a common part is nobody's   | 30 | A:20:0 B:9:0    | no-shares       | common part of 1
            nothing used and no share   | 0  | A:0:0           | no-shares       | share
            """)
    void isNotSharedOut(String trap, String main, String subs, String reason, String found) {
        Refused refused = (Refused) of("10.00", main, subs == null ? "" : subs);
        assertThat(refused.reason().code()).isEqualTo(reason);
        assertThat(refused.found()).contains(found);
    }

    @Test
    void nobodyIsThereTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("1.00", "3", "A:1:1 A:1:1"))
                .withMessageContaining("A is there twice");
    }

    private static ApportionmentOutcome of(String total, String main, String subs) {
        List<SubUse> uses = new ArrayList<>();
        for (String sub : subs.isEmpty() ? new String[0] : subs.split(" ")) {
            String[] parts = sub.split(":");
            uses.add(new SubUse(parts[0], number(parts[1]), number(parts[2])));
        }
        return Apportionment.of(Money.parse(total), number(main), uses);
    }

    private static Fraction number(String text) {
        return Fraction.of(Decimal.parse(text));
    }
}
