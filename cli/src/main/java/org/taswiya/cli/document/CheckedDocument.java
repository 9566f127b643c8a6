package org.taswiya.cli.document;

import java.util.List;
import org.taswiya.deliver.document.BillDocument;

/// What checking one bill document came to.
public sealed interface CheckedDocument {

    /// The file as the caller named it.
    String file();

    boolean isEqual();

    /// The bill was made again from the document's own inputs.
    ///
    /// @param recomputed the document as it would be written now
    /// @param faults what is wrong with it in itself
    /// @param differences what it states otherwise than the recomputed one
    record Recomputed(String file, BillDocument recomputed, List<Fault> faults, List<Difference> differences)
            implements CheckedDocument {
        public Recomputed {
            faults = List.copyOf(faults);
            differences = List.copyOf(differences);
        }

        @Override
        public boolean isEqual() {
            return faults.isEmpty() && differences.isEmpty();
        }
    }

    /// No bill can be made from it.
    ///
    /// @param faults at least one
    record Unreadable(String file, List<Fault> faults) implements CheckedDocument {
        public Unreadable {
            faults = List.copyOf(faults);
        }

        @Override
        public boolean isEqual() {
            return false;
        }
    }

    /// One thing that is wrong.
    ///
    /// @param reason a code for programs
    /// @param message a sentence for people
    record Fault(String reason, String message) {}

    /// One field that is not what it should be.
    ///
    /// @param path such as `segments[0].lines[2].amount`
    /// @param stated as in the document; `nothing` where the field is not there
    record Difference(String path, String stated, String recomputed) {}
}
