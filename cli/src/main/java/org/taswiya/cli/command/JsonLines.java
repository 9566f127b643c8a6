package org.taswiya.cli.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue;
import org.taswiya.intake.json.JsonValue.JsonNumber;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers lines of JSON with lines of JSON: one for each, in order, whatever is wrong with the others.
///
/// A refused line is answered with its id, the reason and the number of the line. Only whole answers reach the output.
public final class JsonLines {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// What a command does with a line.
    public interface Answerer {
        /// Writes the fields of the answer; `id` is written already, and the object is ended by the caller.
        ///
        /// @throws Refusal when the line is not accepted; what was written is then forgotten
        void answer(JsonFields line, JsonGenerator answer);
    }

    private final Answerer answerer;
    private final OutputStream out;
    private final JsonReader reader = new JsonReader();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream(4096);
    private long refused;

    public JsonLines(Answerer answerer, OutputStream out) {
        this.answerer = answerer;
        this.out = out;
    }

    /// How many lines were refused so far.
    long refused() {
        return refused;
    }

    /// Answers every line of a stream; blank ones ask nothing.
    ///
    /// @param file the name to state with a refusal; null for standard input
    public void answerAll(InputStream in, @Nullable String file) throws IOException {
        LineReader lines = new LineReader(in, out);
        try {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    answer(lines, file);
                }
            }
        } finally {
            out.flush();
        }
    }

    private void answer(LineReader lines, @Nullable String file) throws IOException {
        JsonValue id = null;
        answer.reset();
        try {
            JsonFields line = read(lines);
            id = line.value("id").orElse(null);
            answer(line, id);
        } catch (Refusal refusal) {
            refuse(refusal, id, lines.number(), file);
        } catch (ArithmeticException e) {
            String message = "The numbers of this line lead to amounts too large to hold: " + e.getMessage();
            refuse(new Refusal(RefusalReason.TOO_LARGE, message), id, lines.number(), file);
        } catch (RuntimeException e) {
            String place = (file == null ? "line " : file + ", line ") + lines.number();
            throw new IllegalStateException(
                    place + ": " + e + ". Maybe a fault of Taswiya: please report it with this line.", e);
        }
        answer.write('\n');
        answer.writeTo(out);
    }

    private JsonFields read(LineReader lines) {
        if (lines.isTooLong()) {
            throw new Refusal(
                    RefusalReason.BAD_JSON,
                    "The line is longer than " + (LineReader.LENGTH_MAX >> 20)
                            + " MiB; put every object on a line of its own");
        }
        return JsonFields.of(reader.readObject(lines.bytes(), lines.offset(), lines.length()));
    }

    private void answer(JsonFields line, @Nullable JsonValue id) {
        try (JsonGenerator json = begin(id)) {
            if (id != null && !(id instanceof JsonText) && !(id instanceof JsonNumber)) {
                throw line.refuse(
                        RefusalReason.MISSING_FIELD, "id", "found " + id.described() + ", expected a text or a number");
            }
            answerer.answer(line, json);
        }
    }

    private void refuse(Refusal refusal, @Nullable JsonValue id, long number, @Nullable String file) {
        refused++;
        answer.reset();
        try (JsonGenerator json = begin(id)) {
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("reason", refusal.reason().code());
            json.writeStringProperty("message", refusal.explanation());
            if (file != null) {
                json.writeStringProperty("file", file);
            }
            json.writeNumberProperty("line", number);
            json.writeEndObject();
        }
    }

    /// Begins an answer with the id just as it was sent; closing the generator ends it.
    private JsonGenerator begin(@Nullable JsonValue id) {
        JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), answer);
        json.writeStartObject();
        json.writeName("id");
        switch (id) {
            case JsonText(String text) -> json.writeString(text);
            case JsonNumber(String raw) -> json.writeNumber(raw);
            case null, default -> json.writeNull();
        }
        return json;
    }
}
