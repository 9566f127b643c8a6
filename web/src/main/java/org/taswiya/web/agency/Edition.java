package org.taswiya.web.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.run.Reprint;
import org.taswiya.store.access.MadePage;

/// By which program, with its words and templates, a page of a bill was made: with another pages are made again. How a
/// price book was called then stays, as on the paper.
final class Edition {
    private static final List<Class<?>> PARTS =
            List.of(AccountBilling.class, BillWords.class, MadePage.class, Reprint.class, Edition.class);
    private static final int BYTES = 32;
    private static final byte[] OF_PROGRAM = ofProgram();

    private Edition() {}

    /// @return 32 bytes
    static byte[] bytes() {
        return OF_PROGRAM.clone();
    }

    private static byte[] ofProgram() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> part : PARTS) {
                digest.update(program(part));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /// The file that a class is in. Where it is in none, whoever builds the program has it in a folder, whose classes
    /// may be others at the next start.
    private static byte[] program(Class<?> part) {
        try {
            Path file = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : new SecureRandom().generateSeed(BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
