package org.taswiya.web.agency;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.run.ReprintedBill;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.SqlFault;
import org.taswiya.store.access.AwaitedPages.Awaited;
import org.taswiya.store.access.MadePage;
import org.taswiya.store.access.StandingBill;
import org.taswiya.web.Site;
import org.taswiya.web.page.Frame;
import org.taswiya.web.page.Rendered;

/// Makes what of bills' pages stays as it is, and keeps it ([MadePage]): to make a bill again, and those it is laid
/// beside, takes some sixty queries, however many bills are made at once.
public final class PageMaker {
    private static final Logger LOG = LoggerFactory.getLogger(PageMaker.class);

    private final Site whole;
    private final byte[] edition;

    /// @param whole seen by nobody in particular: pages are kept through it
    public PageMaker(Site whole) {
        this.whole = whole;
        this.edition = Edition.bytes();
    }

    /// Of what it makes.
    public byte[] edition() {
        return edition.clone();
    }

    /// Makes one for somebody who waits for it, as it was issued: what it rests on may be hidden from them, such as
    /// readings of before they came. Whether they may see the bill, is asked before.
    ///
    /// @return empty where the bill cannot be made as it was
    public Optional<MadePage> make(BillNumber number, Language language) {
        Map<BillNumber, MadePage> made = made(List.of(new Awaited(number, language)));
        made.forEach((_, page) -> keepIfPossible(page, number, language));
        return Optional.ofNullable(made.get(number));
    }

    /// Makes several before somebody looks.
    ///
    /// @return how many; the others cannot be made as they were
    public int make(List<Awaited> awaited) {
        Map<BillNumber, MadePage> made = made(awaited);
        try (Connection connection = whole.database().connect()) {
            connection.setAutoCommit(false);
            for (Awaited one : awaited) {
                MadePage page = made.get(one.number());
                if (page != null) {
                    page.keep(connection, one.number(), one.language());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqlFault.of(whole.database(), e);
        }
        return made.size();
    }

    /// Whoever looks sees the page, whether it could be kept or not.
    private void keepIfPossible(MadePage page, BillNumber number, Language language) {
        try (Connection connection = whole.database().connect()) {
            page.keep(connection, number, language);
        } catch (SQLException | DatabaseException e) {
            LOG.warn("the page of bill {} was not kept", number, e);
        }
    }

    private Map<BillNumber, MadePage> made(List<Awaited> awaited) {
        List<BillNumber> numbers = awaited.stream().map(Awaited::number).toList();
        Map<BillNumber, ReprintedBill.Same> bills = BillsMade.of(whole, numbers, BillBeside.MONTHS);
        Map<BillNumber, List<StandingBill>> standing = StandingBill.upTo(whole.database(), bills.keySet());
        List<BillNumber> compared = standing.values().stream()
                .flatMap(those -> BillBeside.compared(those).stream())
                .distinct()
                .toList();
        Map<BillNumber, ReprintedBill.Same> others = BillsMade.of(whole, compared, 0);
        Map<BillNumber, MadePage> pages = new HashMap<>();
        for (Awaited one : awaited) {
            ReprintedBill.Same bill = bills.get(one.number());
            if (bill != null) {
                BillBeside.Composed beside = BillBeside.of(
                        bill,
                        standing.getOrDefault(one.number(), List.of()),
                        number -> Optional.ofNullable(others.get(number)));
                pages.put(one.number(), page(bill, beside, Frame.speaking(whole, one.language())));
            }
        }
        return pages;
    }

    private MadePage page(ReprintedBill.Same bill, BillBeside.Composed beside, Frame frame) {
        BillShown shown = BillShown.of(bill.document(), whole.library(), frame.language(), beside.beside());
        return new MadePage(
                edition,
                beside.of(),
                shown.title(),
                new String(Rendered.bytes("opening", frame, shown), StandardCharsets.UTF_8),
                Deflated.deflated(Rendered.bytes("body", frame, shown)));
    }
}
