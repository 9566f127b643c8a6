package org.taswiya.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.taswiya.web.door.Wanted;
import org.taswiya.web.page.Writer;

/// Lets somebody of the staff in who has shown who they are, by whatever it was.
final class StaffEntry {
    private StaffEntry() {}

    /// Whatever the session knew before is gone, a customer too, but for the forms that they themselves were writing
    /// when their sign-in ended.
    ///
    /// @return where they wanted to go
    static String open(
            StaffSignedIn who,
            SecurityContextRepository contexts,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        Wanted.Left left = before == null ? null : Wanted.leftByStaff(before, Writer.of(who));
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        if (left != null) {
            Wanted.bring(left, session);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return left == null || left.address() == null ? "/staff" : left.address();
    }
}
