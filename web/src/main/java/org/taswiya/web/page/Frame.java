package org.taswiya.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Contact;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.web.Site;

/// What is around every page, and how it speaks.
///
/// @param token to be sent back with each form; empty where none was made, and no form of the frame's is shown
/// @param isSignedIn whether there is a way out to show
/// @param isStaff whether somebody of the staff reads it, at the console
/// @param rights of who reads it at the console; none for anybody else
/// @param here the address of the page, to come back to in another language
/// @param visit whose page it is, for a device that keeps it: another word for each sign-in and language; empty for a
///     stranger's
/// @param typed what whoever of the staff reads it had typed there when their sign-in ended; empty for nothing
/// @param left forms that they left at other pages when it had ended
/// @param kept for a page that a device keeps to be read without a network, when it was made; else null
public record Frame(
        Language language,
        Texts texts,
        Figures figures,
        UtilityProfile utility,
        String token,
        boolean isSignedIn,
        boolean isStaff,
        Set<StaffRight> rights,
        String here,
        String visit,
        List<String> typed,
        List<LeftForm> left,
        @Nullable Kept kept) {
    /// How changes name a customer who has made them, who is nobody of the staff.
    private static final String CUSTOMER = "online agency";

    /// Before the key of another program, in the same place.
    private static final String PROGRAM = "api key ";

    /// What a device asks with for a page that it will keep.
    public static final String KEEP = "Keep-Page";

    /// Under this name a request holds the rights of whoever of the staff sent it, once they were asked for.
    public static final String RIGHTS = "taswiya.rights";

    /// Under this name a request holds the fields that were typed there before a sign-in had ended.
    public static final String TYPED = "taswiya.typed";

    /// Under this name a request holds the forms that were left at other pages.
    public static final String LEFT = "taswiya.left";

    /// Of a form, and not typed by anybody.
    private static final Set<String> NOT_TYPED = Set.of("seen", "sure", "key", "schedule");

    private static final int DIGEST_BYTES = 12;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    public Frame {
        rights = Set.copyOf(rights);
        typed = List.copyOf(typed);
        left = List.copyOf(left);
    }

    /// A form that somebody left when their sign-in had ended.
    ///
    /// @param address of its page, where it is shown again
    /// @param begin of what was typed there; empty for nothing
    public record LeftForm(String address, String begin) {}

    public static Frame of(Site site, HttpServletRequest request) {
        Language language = PageLanguage.of(request);
        boolean isKept = request.getHeader(KEEP) != null;
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean isSignedIn = who != null && who.isAuthenticated();
        boolean isStaff = who != null && isStaff(who);
        return new Frame(
                language,
                PageTexts.of(language),
                new Figures(language, site.currency()),
                site.profile(),
                isKept ? "" : token(request),
                isSignedIn,
                isStaff,
                isStaff ? rights(request) : Set.of(),
                here(request),
                isSignedIn && !isStaff ? visit(request, language) : "",
                isStaff ? typed(request) : List.of(),
                isSignedIn && !isKept ? left(request) : List.of(),
                isKept ? Kept.now(site) : null);
    }

    /// Of a part of a page that is the same for whoever reads it.
    public static Frame speaking(Site site, Language language) {
        return new Frame(
                language,
                PageTexts.of(language),
                new Figures(language, site.currency()),
                site.profile(),
                "",
                false,
                false,
                Set.of(),
                "/",
                "",
                List.of(),
                List.of(),
                null);
    }

    private static List<String> typed(HttpServletRequest request) {
        return request.getAttribute(TYPED) instanceof Map<?, ?> fields ? typed(fields) : List.of();
    }

    /// What was typed into the fields of a form.
    public static List<String> typed(Map<?, ?> fields) {
        return fields.entrySet().stream()
                .filter(field -> !NOT_TYPED.contains((String) field.getKey()))
                .flatMap(field -> Stream.of((String[]) field.getValue()))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static List<LeftForm> left(HttpServletRequest request) {
        return request.getAttribute(LEFT) instanceof List<?> left
                ? left.stream().map(LeftForm.class::cast).toList()
                : List.of();
    }

    /// The gate before the console has asked the books for them; none where it was not asked.
    private static Set<StaffRight> rights(HttpServletRequest request) {
        return request.getAttribute(RIGHTS) instanceof Set<?> rights
                ? rights.stream().map(StaffRight.class::cast).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static String token(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : Writer.signed(token.getToken());
    }

    /// Nobody finds the session by it.
    public static String visit(HttpServletRequest request, Language language) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(request.getSession().getId().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES) + "-" + language.code();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    static boolean isStaff(Authentication who) {
        return who.getAuthorities().stream().anyMatch(held -> "ROLE_STAFF".equals(held.getAuthority()));
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /// Of a page to which nobody comes back.
    Frame nowhere() {
        return new Frame(
                language,
                texts,
                figures,
                utility,
                token,
                isSignedIn,
                isStaff,
                rights,
                isStaff ? "/staff" : "/",
                visit,
                typed,
                left,
                kept);
    }

    /// Of a page that says nothing of anybody and has no forms.
    public Frame nobodys() {
        return new Frame(
                language, texts, figures, utility, "", false, false, Set.of(), "/", "", List.of(), List.of(), null);
    }

    /// When a kept page was made, in words.
    public String keptWhen(Kept made) {
        OffsetDateTime at = made.at();
        return text("kept.at", "date", figures.date(at.toLocalDate()), "time", figures.isolated(HOUR.format(at)));
    }

    /// The address of a file that the page is drawn with, as `/style.css`: it changes with the file.
    public String part(String path) {
        return Parts.named(path);
    }

    public String text(String key, Object... namesAndValues) {
        return texts.text(key, namesAndValues);
    }

    /// Whether this is the page of an address, or one below it.
    public boolean isAt(String address) {
        return here.equals(address) || here.startsWith(address + "/") || here.startsWith(address + "?");
    }

    /// Whether who reads it at the console may do something.
    public boolean may(StaffRight right) {
        return rights.contains(right);
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

    /// Where its head office is, as printed.
    public String utilityAddress() {
        return utility.addresses().getOrDefault(language, "");
    }

    /// A link to its telephone, as it is dialled from any country.
    public String dialled() {
        return "tel:"
                + TypedAddress.parse(
                                Channel.SMS, utility.phone(), utility.postal().country())
                        .map(Contact::address)
                        .orElseGet(() -> utility.phone().replaceAll("[^0-9+]", ""));
    }

    /// Who did something: a person by the name with which they sign in, or what of ours did it for a customer. Empty
    /// stays empty.
    public String author(String author) {
        if (author.equals(CUSTOMER)) {
            return text("author.online-agency");
        }
        return author.startsWith(PROGRAM)
                ? text("author.api-key", "key", figures.isolated(author.substring(PROGRAM.length())))
                : author.isEmpty() ? "" : figures.isolated(author);
    }

    /// Ten digits are printed 4-3-3, and are read from left to right in every language.
    public String reference(String account) {
        return figures.isolated(
                account.matches("\\d{10}")
                        ? account.substring(0, 4) + "\u00a0" + account.substring(4, 7) + "\u00a0" + account.substring(7)
                        : account);
    }
}
