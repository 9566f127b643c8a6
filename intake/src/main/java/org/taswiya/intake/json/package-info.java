/// JSON in: bytes become a small tree, and its fields become the exact types of `core`, or a refusal.
///
/// - [JsonReader][org.taswiya.intake.json.JsonReader] turns the bytes of one value into a
///   [JsonValue][org.taswiya.intake.json.JsonValue].
/// - [JsonFields][org.taswiya.intake.json.JsonFields] asks an object for its fields by name and type, and knows the
///   path to each.
/// - [Refusal][org.taswiya.intake.json.Refusal] says why not, with a reason from the closed
///   [RefusalReason][org.taswiya.intake.json.RefusalReason]: what was found, where, what to do.
///
/// Invariants: bytes are UTF-8 without a fault; an object has every key once; a number keeps the text it was written
/// with, so nothing passes through floating point; nesting and the count of values are bounded, so that a hostile line
/// costs no more than its length. YamlFields that nobody asks for are left alone.
///
/// Cutting a stream into lines and answering them belongs to the commands (`cli`); writing JSON to `deliver`. Whether
/// a usage or a date makes sense is for `core` to say.
@NullMarked
package org.taswiya.intake.json;

import org.jspecify.annotations.NullMarked;
