package org.taswiya.cli.staff;

import java.security.SecureRandom;

/// The code by which somebody of the staff chooses a password, once.
public final class StaffTicket {
    /// Without those that are taken for others when they are read out.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 5;
    private static final int IN_A_GROUP = 4;

    private StaffTicket() {}

    /// A hundred bits that nobody can guess.
    public static String fresh() {
        SecureRandom random = new SecureRandom();
        StringBuilder ticket = new StringBuilder();
        for (int i = 0; i < GROUPS * IN_A_GROUP; i++) {
            ticket.append(i > 0 && i % IN_A_GROUP == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return ticket.toString();
    }
}
