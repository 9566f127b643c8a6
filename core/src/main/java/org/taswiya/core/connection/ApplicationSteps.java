package org.taswiya.core.connection;

/// Which step may follow where, and what it leads to.
public final class ApplicationSteps {
    private ApplicationSteps() {}

    /// What a step comes to.
    public sealed interface Verdict {}

    /// It may be taken.
    public record Leads(ApplicationState to) implements Verdict {}

    /// It may not.
    ///
    /// @param found how the application stands, and what to do
    public record Refused(ApplicationReason reason, String found) implements Verdict {}

    /// @param from how the application stands
    /// @param isWhole whether after the step all documents are there, or all services connected
    public static Verdict after(ApplicationState from, ApplicationStep step, boolean isWhole) {
        if (from.isOver()) {
            return new Refused(
                    ApplicationReason.APPLICATION_OVER, "it is " + from.code() + "; whoever wants it applies anew");
        }
        return switch (step) {
            case APPLY -> done(from);
            case DOCUMENT -> document(from, isWhole);
            case ASK -> ask(from);
            case RETURN -> giveBack(from);
            case QUOTE -> quote(from);
            case AGREE -> agree(from);
            case ORDER -> order(from);
            case CONNECT -> connect(from, isWhole);
            case REFUSE -> refuse(from);
            case WITHDRAW -> new Leads(ApplicationState.WITHDRAWN);
            case LAPSE -> lapse(from);
        };
    }

    private static Verdict document(ApplicationState from, boolean isWhole) {
        return switch (from) {
            case RECEIVED, INCOMPLETE -> new Leads(isWhole ? ApplicationState.ACCEPTED : ApplicationState.RECEIVED);
            case ACCEPTED, QUOTED, AGREED, PAID, WORKS_ORDERED, CONNECTED, REFUSED, WITHDRAWN, LAPSED ->
                nothingMissing(from);
        };
    }

    private static Verdict ask(ApplicationState from) {
        return switch (from) {
            case RECEIVED -> new Leads(ApplicationState.INCOMPLETE);
            case INCOMPLETE -> done(from);
            case ACCEPTED, QUOTED, AGREED, PAID, WORKS_ORDERED, CONNECTED, REFUSED, WITHDRAWN, LAPSED ->
                nothingMissing(from);
        };
    }

    private static Verdict giveBack(ApplicationState from) {
        return switch (from) {
            case RECEIVED, INCOMPLETE, ACCEPTED -> new Leads(ApplicationState.INCOMPLETE);
            case QUOTED, AGREED, PAID, WORKS_ORDERED, CONNECTED, REFUSED, WITHDRAWN, LAPSED ->
                new Refused(
                        ApplicationReason.DONE_ALREADY,
                        "it is " + from.code() + ", and documents go back before it is quoted; refuse it, if need be");
        };
    }

    private static Verdict quote(ApplicationState from) {
        return switch (from) {
            case RECEIVED, INCOMPLETE -> missing(from);
            case ACCEPTED -> new Leads(ApplicationState.QUOTED);
            case QUOTED, AGREED, PAID, WORKS_ORDERED, CONNECTED, REFUSED, WITHDRAWN, LAPSED -> done(from);
        };
    }

    private static Verdict agree(ApplicationState from) {
        return switch (from) {
            case RECEIVED, INCOMPLETE, ACCEPTED -> notQuoted(from);
            case QUOTED -> new Leads(ApplicationState.AGREED);
            case AGREED, PAID, WORKS_ORDERED, CONNECTED, REFUSED, WITHDRAWN, LAPSED -> done(from);
        };
    }

    private static Verdict order(ApplicationState from) {
        return switch (from) {
            case RECEIVED, INCOMPLETE, ACCEPTED -> notQuoted(from);
            case QUOTED ->
                new Refused(
                        ApplicationReason.NOT_AGREED,
                        "it is quoted; write down with connection agree that the customer agrees");
            case AGREED ->
                new Refused(
                        ApplicationReason.NOT_PAID,
                        "the quote is agreed to and not paid; it is paid as bills are, with its number");
            case PAID -> new Leads(ApplicationState.WORKS_ORDERED);
            case WORKS_ORDERED, CONNECTED, REFUSED, WITHDRAWN, LAPSED -> done(from);
        };
    }

    private static Verdict connect(ApplicationState from, boolean isWhole) {
        return switch (from) {
            case RECEIVED, INCOMPLETE, ACCEPTED, QUOTED, AGREED, PAID ->
                new Refused(
                        ApplicationReason.WORKS_NOT_ORDERED,
                        "it is " + from.code() + "; the works are ordered first, with connection order");
            case WORKS_ORDERED -> new Leads(isWhole ? ApplicationState.CONNECTED : ApplicationState.WORKS_ORDERED);
            case CONNECTED, REFUSED, WITHDRAWN, LAPSED -> done(from);
        };
    }

    private static Verdict refuse(ApplicationState from) {
        return switch (from) {
            case RECEIVED, INCOMPLETE, ACCEPTED, QUOTED, AGREED, PAID -> new Leads(ApplicationState.REFUSED);
            case WORKS_ORDERED ->
                new Refused(
                        ApplicationReason.WORKS_ORDERED,
                        "the works are paid and ordered; only the customer withdraws from them");
            case CONNECTED, REFUSED, WITHDRAWN, LAPSED -> done(from);
        };
    }

    private static Verdict lapse(ApplicationState from) {
        return switch (from) {
            case RECEIVED, INCOMPLETE, ACCEPTED -> notQuoted(from);
            case QUOTED, AGREED -> new Leads(ApplicationState.LAPSED);
            case PAID, WORKS_ORDERED -> new Refused(ApplicationReason.PAID, "the quote is paid; it lapses no more");
            case CONNECTED, REFUSED, WITHDRAWN, LAPSED -> done(from);
        };
    }

    private static Verdict done(ApplicationState from) {
        return new Refused(ApplicationReason.DONE_ALREADY, "it is " + from.code() + " already");
    }

    private static Verdict missing(ApplicationState from) {
        return new Refused(
                ApplicationReason.DOCUMENTS_MISSING,
                "it is " + from.code() + "; connection show has the documents that are missing");
    }

    private static Verdict nothingMissing(ApplicationState from) {
        return new Refused(ApplicationReason.NOTHING_MISSING, "it is " + from.code() + "; all documents are there");
    }

    private static Verdict notQuoted(ApplicationState from) {
        return new Refused(
                ApplicationReason.NOT_QUOTED, "it is " + from.code() + "; it is quoted first, with connection quote");
    }
}
