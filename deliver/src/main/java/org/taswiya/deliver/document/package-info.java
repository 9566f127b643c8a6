/// What was decided, written as JSON: answers of commands and, with the same words, bill documents.
///
/// One record is written in one way wherever it stands: a charge line of an answer reads like that of a bill. Money is
/// text with two decimals, or with twelve where exact amounts are asked for; quantities, prices and rates are
/// canonical decimals in text; dates are ISO; ranges half-open.
///
/// Writers write fields into an object that the caller has begun and will end, so that each document adds what is its
/// own. Nothing is computed here (`core` does) and nothing read back (`intake` does).
@NullMarked
package org.taswiya.deliver.document;

import org.jspecify.annotations.NullMarked;
