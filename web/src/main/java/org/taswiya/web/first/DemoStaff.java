package org.taswiya.web.first;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.staff.StaffTicket;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffDoor;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.console.SecondFactor;

/// One of the staff in each role of a demo. What they sign in with is in a file that its owner alone can read, so that
/// a demo that is started again says the same and closes nothing that they have open. Who is not in the file, as when
/// the program was killed before it was written, is made anew.
final class DemoStaff {
    private static final Pattern LINE = Pattern.compile("([a-z]+) ([0-9]{1,18}) (\\S+) ([A-Z2-7]+)");

    private final Database database;
    private final @Nullable StaffKey key;
    private final Path file;
    private final Change why;
    private final Map<String, Known> all = new TreeMap<>();

    /// @param ticket by which they have this password
    private record Known(String name, long ticket, String password, String secret) {
        String line() {
            return name + " " + ticket + " " + password + " " + secret;
        }

        String said() {
            return name + ", password " + password + ",\n              second factor SECRET " + secret;
        }
    }

    /// @param key by which second factors are kept; null where they are kept as they are
    DemoStaff(Database database, @Nullable StaffKey key, Path file, Change why) throws IOException {
        this.database = database;
        this.key = key;
        this.file = file;
        this.why = why;
        if (Files.exists(file)) {
            Files.readAllLines(file, StandardCharsets.UTF_8).forEach(this::read);
        }
    }

    private void read(String line) {
        Matcher found = LINE.matcher(line);
        if (found.matches()) {
            all.put(
                    found.group(1),
                    new Known(found.group(1), Long.parseLong(found.group(2)), found.group(3), found.group(4)));
        }
    }

    /// With what somebody of this role signs in.
    String signedInBy(StaffRole role) throws IOException {
        String name = role.code();
        Known before = all.get(name);
        Optional<StaffDoor.Secret> now = StaffDoor.secret(database, name)
                .filter(secret ->
                        StaffKey.open(key, secret.ticket(), secret.totp()).isPresent());
        if (before == null || now.isEmpty()) {
            return made(role).said();
        }
        return now.get().ticket() == before.ticket()
                ? before.said()
                : name + ", with the password and the second factor that were chosen at the console";
    }

    private Known made(StaffRole role) throws IOException {
        String name = role.code();
        String ticket = StaffTicket.fresh();
        boolean isThere =
                Staff.list(database).stream().anyMatch(member -> member.name().equals(name));
        if (isThere) {
            Staff.reset(database, name, ticket, why);
        } else {
            Staff.add(database, name, role, ticket, why);
        }
        String password = StaffTicket.fresh().toLowerCase(Locale.ROOT);
        SecondFactor factor = SecondFactor.fresh();
        OptionalLong number = StaffDoor.ticket(database, name, ticket, why.at());
        if (number.isEmpty()
                || !StaffDoor.choose(
                        database,
                        number.getAsLong(),
                        SecondFactor.hashed(password),
                        factor.kept(key, number.getAsLong()),
                        why)) {
            throw new IllegalStateException("no password for " + name);
        }
        Known made = new Known(name, number.getAsLong(), password, factor.typed());
        all.put(name, made);
        write();
        return made;
    }

    /// The old one or the new one, whatever ends the program meanwhile.
    private void write() throws IOException {
        List<String> lines = all.values().stream().map(Known::line).toList();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
