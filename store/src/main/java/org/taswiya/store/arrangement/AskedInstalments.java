package org.taswiya.store.arrangement;

import org.taswiya.core.arrangement.ArrangementReason;

/// What came of a customer who asks for instalments by themselves.
public sealed interface AskedInstalments {

    /// The rules offer as much unasked, so it is granted.
    record Granted(StoredArrangement arrangement) implements AskedInstalments {}

    /// A person decides.
    record Waits(InstalmentRequest request) implements AskedInstalments {}

    /// It is no longer what they were shown. Nothing was written.
    record Changed() implements AskedInstalments {}

    /// Nobody could grant it, or one runs. Nothing was written.
    ///
    /// @param found what was found, and what to do, for a person at work
    record Refused(ArrangementReason reason, String found) implements AskedInstalments {}
}
