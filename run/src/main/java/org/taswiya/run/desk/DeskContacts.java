package org.taswiya.run.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.ContactsAtOnce;
import org.taswiya.store.message.ContactsAtOnce.Answer;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffTrail;
import org.taswiya.store.staff.StaffTrail.Actor;

/// By what an account is reached, as staff change it. The addresses before are told.
public final class DeskContacts {
    private DeskContacts() {}

    private interface Work {
        boolean isWritten(Connection connection, long change) throws SQLException;
    }

    /// Sends a code to an address, which counts when the account's customer gives it.
    ///
    /// @param language null for that of the customer
    public static void confirm(
            Database database, String account, Contact to, String code, @Nullable Language language, Actor actor) {
        make(
                database,
                account,
                actor,
                "new address, to confirm",
                (connection, change) -> ContactCodes.send(connection, account, to, code, language, actor.at(), change));
    }

    /// An address that messages go to from now on, in place of the one of its channel, and that nobody has confirmed:
    /// no code that opens the account goes there before somebody else stands for it.
    ///
    /// @param why how they have shown who they are
    public static void write(
            Database database, String account, Contact contact, LocalDate on, Actor actor, String why) {
        make(
                database,
                account,
                actor,
                why,
                (connection, change) -> ContactsAtOnce.reach(connection, account, contact, on, change, actor.at())
                        .isNew());
    }

    /// Stands for an address that somebody else has written down.
    ///
    /// @param atOnce the change that wrote it down
    public static Answer vouch(
            Database database, String account, long atOnce, Channel channel, LocalDate on, Actor actor, String why) {
        return BooksTransaction.make(
                database, new Change(actor.at(), actor.staff(), why), false, (connection, change) -> {
                    Answer answer =
                            ContactsAtOnce.vouch(connection, account, atOnce, channel, actor.staff(), on, change);
                    boolean isDone = answer == Answer.DONE;
                    if (isDone) {
                        StaffTrail.acted(connection, actor, account, "contact let through");
                    }
                    return new Done<>(answer, isDone);
                });
    }

    /// Another language from now on, by the same addresses.
    public static void speak(Database database, ContactSet held, Language language, LocalDate on, Actor actor) {
        ContactSet told = new ContactSet(held.account(), held.ladder(), language, on);
        make(
                database,
                held.account(),
                actor,
                "another language",
                (connection, change) ->
                        Contacts.write(connection, told, change, actor.at()).isNew());
    }

    private static void make(Database database, String account, Actor actor, String why, Work work) {
        BooksTransaction.make(database, new Change(actor.at(), actor.staff(), why), false, (connection, change) -> {
            boolean isWritten = work.isWritten(connection, change);
            if (isWritten) {
                StaffTrail.acted(connection, actor, account, "contact");
            }
            return new Done<>(isWritten, isWritten);
        });
    }
}
