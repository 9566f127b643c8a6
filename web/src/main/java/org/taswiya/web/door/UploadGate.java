package org.taswiya.web.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.taswiya.web.page.SmallPhoto;

/// Files come with a few forms and no other, and large ones from nobody who has not signed in: what is sent is read
/// before anybody asks whether it may be.
final class UploadGate extends OncePerRequestFilter {
    private static final int FIELDS_MOST = 64 * 1024;
    private static final String FORMS = "/readings/C[0-9]{5,7}|(/staff)?/requests/[0-9]{1,9}(/files)?";

    /// As those forms call their files.
    private static final Set<String> FILES = Set.of("photo", "file");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean isUpload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (isUpload && !request.getRequestURI().matches(FORMS)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (isUpload && (isSignedIn() ? isTooMuch(request) : !isSmall(request))) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isUpload && !isRead(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isUpload && !areFilesWhereAsked(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /// What is typed beside a file has a limit of its own, and whoever first asks for it is thrown out of what they do.
    private static boolean isRead(HttpServletRequest request) {
        try {
            return request.getParameterMap() != null;
        } catch (InvalidParameterException _) {
            return true; // malformed, which has an answer of its own
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /// A file in the place of something typed is nothing that any page could take.
    private static boolean areFilesWhereAsked(HttpServletRequest request) throws ServletException, IOException {
        try {
            return request.getParts().stream()
                    .allMatch(part -> part.getSubmittedFileName() == null || FILES.contains(part.getName()));
        } catch (InvalidParameterException _) {
            return true; // malformed, which has an answer of its own
        }
    }

    private static boolean isTooMuch(HttpServletRequest request) {
        return request.getContentLengthLong() > SmallPhoto.SENT_BYTES_MOST;
    }

    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated();
    }

    /// Of what does not say how large it is nobody knows.
    private static boolean isSmall(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= SmallPhoto.CAMERA_BYTES_MOST + FIELDS_MOST;
    }
}
