/// Who is served, where, and under which agreement.
///
/// A [Customer] is a person or an organisation; a [CustomerAccount] is what is billed and pays; a [Premise] is a place
/// served and a [UsagePoint] the point at it to which meters and readings belong; a [ServiceAgreement] says that an
/// account takes one service at one usage point under one tariff from a day on. [TypedText] reads the numbers of all of
/// these as people type them.
///
/// Invariants: references are given once and never reused; names stand in Arabic and in Latin letters side by side,
/// neither is the translation of the other.
///
/// Not here: meters and readings (metering), bills (billing), how a customer wants to be told things.
@NullMarked
package org.taswiya.core.customer;

import org.jspecify.annotations.NullMarked;
