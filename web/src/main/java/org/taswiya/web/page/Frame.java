package org.taswiya.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;
import org.taswiya.web.Site;

/// What is around every page, and how it speaks.
///
/// @param token to be sent back with each form; empty where none was made
/// @param isSignedIn whether there is a way out to show
/// @param isStaff whether somebody of the staff reads it, at the console
/// @param here the address of the page, to come back to in another language
public record Frame(
        Language language,
        Texts texts,
        Figures figures,
        UtilityProfile utility,
        String token,
        boolean isSignedIn,
        boolean isStaff,
        String here) {

    public static Frame of(Site site, HttpServletRequest request) {
        Language language = PageLanguage.of(request);
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return new Frame(
                language,
                PageTexts.of(language),
                new Figures(language, site.currency()),
                site.profile(),
                token == null ? "" : token.getToken(),
                who != null && who.isAuthenticated(),
                who != null && isStaff(who),
                here(request));
    }

    private static boolean isStaff(Authentication who) {
        return who.getAuthorities().stream().anyMatch(held -> "ROLE_STAFF".equals(held.getAuthority()));
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /// Of a page to which nobody comes back.
    Frame nowhere() {
        return new Frame(language, texts, figures, utility, token, isSignedIn, isStaff, isStaff ? "/staff" : "/");
    }

    public String text(String key, Object... namesAndValues) {
        return texts.text(key, namesAndValues);
    }

    /// Whether this is the page of an address, or one below it.
    public boolean isAt(String address) {
        return here.equals(address) || here.startsWith(address + "/") || here.startsWith(address + "?");
    }

    /// Where bills have their pages for whoever reads this.
    public String bills() {
        return isStaff ? "/staff/bills/" : "/bills/";
    }

    public String direction() {
        return language == Language.AR ? "rtl" : "ltr";
    }

    /// As customers know the utility.
    public String utilityName() {
        return utility.names().getOrDefault(language, utility.legalName());
    }

    /// Ten digits are printed 4-3-3, and are read from left to right in every language.
    public String reference(String account) {
        return figures.isolated(
                account.matches("\\d{10}")
                        ? account.substring(0, 4) + "\u00a0" + account.substring(4, 7) + "\u00a0" + account.substring(7)
                        : account);
    }
}
