package org.taswiya.spark.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.taswiya.core.quantity.Decimal;

/// What the columns of a batch are read by, without making rows of them.
final class Vectors {
    private Vectors() {}

    static String text(ColumnVector of, int at) {
        return of.getUTF8String(at).toString();
    }

    /// The columns of the elements of lists, which lie one list after the other.
    ///
    /// @param lists where each list begins and how long it is
    record Lists(WritableColumnVector lists) {

        static Lists of(ColumnVector vector) {
            return new Lists((WritableColumnVector) vector);
        }

        /// The column of that place among the fields of an element.
        ColumnVector field(int place) {
            return lists.getChild(0).getChild(place);
        }

        /// Makes something of each element of a list.
        ///
        /// @param element is given the place in the columns of the elements
        <T> List<T> list(int of, IntFunction<T> element) {
            int count = lists.getArrayLength(of);
            if (count == 0) {
                return List.of();
            }
            int first = first(of);
            List<T> all = new ArrayList<>(count);
            for (int i = first; i < first + count; i++) {
                all.add(element.apply(i));
            }
            return all;
        }

        int first(int of) {
            return lists.getArrayOffset(of);
        }

        int count(int of) {
            return lists.getArrayLength(of);
        }

        boolean isUnknown(int of) {
            return lists.isNullAt(of);
        }
    }

    /// The columns of decimals.
    record Decimals(ColumnVector unscaled, ColumnVector scale) {

        Decimal get(int at) {
            return new Decimal(unscaled.getLong(at), scale.getInt(at));
        }

        boolean isUnknown(int at) {
            return unscaled.isNullAt(at);
        }
    }
}
