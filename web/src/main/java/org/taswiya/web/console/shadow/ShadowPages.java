package org.taswiya.web.console.shadow;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.shadow.Shadows;
import org.taswiya.store.shadow.StoredShadow;
import org.taswiya.store.shadow.StoredShadow.Bin;
import org.taswiya.store.shadow.StoredShadow.Left;
import org.taswiya.store.shadow.StoredShadow.Part;
import org.taswiya.store.shadow.StoredShadow.Sum;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Problems;
import org.taswiya.web.page.Rendered;

/// Shadow runs there are, one of them, and one as a file.
@Controller
public final class ShadowPages {
    private static final String SHADOW = "/staff/shadows/{id:[0-9]{1,9}}";
    private static final int MOST = 50;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    /// Reasons that have words on these pages.
    private static final Set<String> HOLDS =
            Stream.of(HoldReason.values()).map(HoldReason::code).collect(Collectors.toUnmodifiableSet());

    private final Site site;
    private final Problems problems;

    ShadowPages(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    /// @param shadows the newest first
    public record Listed(List<StoredShadow> shadows, Site site) {
        public Listed {
            shadows = List.copyOf(shadows);
        }

        public LocalDate kept(StoredShadow one) {
            return LocalDate.ofInstant(one.at(), site.clock().getZone());
        }
    }

    /// @param kept the day on which somebody kept it
    public record Shown(StoredShadow shadow, LocalDate kept) {

        /// Tables of sums, each with the text of its head.
        public List<Table> tables() {
            return Stream.of(
                            new Table("shadow.class", shadow.of(Part.CLASS)),
                            new Table("shadow.tariff", shadow.of(Part.TARIFF)),
                            new Table("shadow.block", shadow.of(Part.BLOCK)))
                    .filter(table -> !table.sums().isEmpty())
                    .toList();
        }

        public @Nullable Sum others() {
            return shadow.of(Part.OTHER).stream()
                    .filter(sum -> sum.bills() > 0)
                    .findFirst()
                    .orElse(null);
        }

        public Sum accounts() {
            return shadow.of(Part.ACCOUNT).getFirst();
        }

        /// Those that are not empty.
        public List<Bin> bins() {
            return shadow.bins().stream().filter(bin -> bin.bills() > 0).toList();
        }

        /// How long the bar of a bin is, in hundredths of the longest.
        public long share(Bin bin) {
            long most = shadow.bins().stream().mapToLong(Bin::bills).max().orElse(1);
            return Math.max(1, bin.bills() * 100 / Math.max(1, most));
        }
    }

    /// @param about the text of its head
    public record Table(String about, List<Sum> sums) {
        public Table {
            sums = List.copyOf(sums);
        }
    }

    /// A difference in hundredths of what it was, with one decimal; empty of nothing.
    public static String percent(Money difference, Money before, Frame frame) {
        if (before.isZero()) {
            return "";
        }
        BigDecimal rate = BigDecimal.valueOf(difference.minorUnits())
                .divide(BigDecimal.valueOf(before.minorUnits()), 3, RoundingMode.HALF_UP);
        return frame.figures().percent(new Decimal(rate.unscaledValue().longValueExact(), rate.scale()));
    }

    /// Between which bounds the bills of a bin differ, in words.
    public static String words(Bin bin, Frame frame) {
        String direction = bin.direction() > 0 ? "more" : bin.direction() < 0 ? "less" : "same";
        Money upTo = bin.upTo();
        if (upTo == null) {
            return frame.text(
                    "shadow.bin." + direction + ".over", "over", frame.figures().money(bin.above()));
        }
        return bin.direction() == 0
                ? frame.text("shadow.bin.same")
                : frame.text("shadow.bin." + direction, "most", frame.figures().money(upTo));
    }

    /// Why agreements were not compared, in words where there are some.
    public static String words(Left left, Frame frame) {
        return HOLDS.contains(left.reason()) ? frame.text("held.reason." + left.reason()) : left.reason();
    }

    @GetMapping("/staff/shadows")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Listed shown = new Listed(Shadows.newest(site.database(), MOST), site);
        return Rendered.page("console/shadow/shadows", Frame.of(site, request), shown);
    }

    @GetMapping(SHADOW)
    ResponseEntity<byte[]> shadow(@PathVariable("id") String id, HttpServletRequest request) {
        return Shadows.of(site.database(), Long.parseLong(id))
                .map(shadow -> Rendered.page(
                        "console/shadow/shadow",
                        Frame.of(site, request),
                        new Shown(
                                shadow,
                                LocalDate.ofInstant(shadow.at(), site.clock().getZone()))))
                .orElseGet(() -> problems.unknown(request));
    }

    /// For a spreadsheet.
    @GetMapping(SHADOW + ".csv")
    ResponseEntity<byte[]> file(@PathVariable("id") String id, HttpServletRequest request) {
        return Shadows.of(site.database(), Long.parseLong(id))
                .map(shadow -> ResponseEntity.ok()
                        .contentType(CSV)
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Disposition", "attachment; filename=\"shadow-" + shadow.number() + ".csv\"")
                        .body(ShadowLines.of(shadow).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> problems.unknown(request));
    }
}
