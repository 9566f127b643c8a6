package org.taswiya.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.desk.PriceBookAnswer;
import org.taswiya.run.desk.PriceBookDesk;
import org.taswiya.run.desk.PriceBookDesk.Beside;
import org.taswiya.run.desk.PriceBookReason;
import org.taswiya.store.Change;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.reach.Campaigns;
import org.taswiya.store.reach.Chosen;
import org.taswiya.store.reach.Coverages;
import org.taswiya.store.shadow.Shadows;
import org.taswiya.store.shadow.StoredShadow;
import org.taswiya.store.shadow.StoredShadow.Bin;
import org.taswiya.store.shadow.StoredShadow.Book;
import org.taswiya.store.shadow.StoredShadow.Hit;
import org.taswiya.store.shadow.StoredShadow.Left;
import org.taswiya.store.shadow.StoredShadow.Part;
import org.taswiya.store.shadow.StoredShadow.Sum;

/// Gives a town something of every kind that waits for a person.
final class WorkTown {
    private final PageTown town;

    private WorkTown(PageTown town) {
        this.town = town;
    }

    static WorkTown of(PageTown town) {
        return new WorkTown(town);
    }

    private void write(String... statements) {
        try (Connection connection = town.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into change select max(id) + 1, '%s', 'test', 'it waits' from change"
                    .formatted(town.now()));
            for (String one : statements) {
                statement.execute(one.replace("{change}", "(select max(id) from change)"));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String one(String sql) {
        return town.texts(sql).getFirst();
    }

    /// A check has held the next bill of an agreement.
    ///
    /// @param place of the agreement among those that nothing holds and the last run has not billed
    /// @return the agreement
    String held(int place, long atRisk) {
        HoldFigures figures =
                HoldFigures.NONE.amount("bill", Money.ofMinor(atRisk)).amount("most", Money.ofMinor(atRisk / 2));
        return held(place, atRisk, figures);
    }

    /// The same before its figures were kept.
    String heldBefore(int place, long atRisk) {
        return held(place, atRisk, HoldFigures.NONE);
    }

    private String held(int place, long atRisk, HoldFigures figures) {
        String agreement = one("""
                select a.reference from service_agreement a
                where a.to_day is null
                    and not exists (select from held_agreement h where h.agreement = a.reference)
                    and not exists (select from bill b where b.agreement = a.reference
                                        and b.run >= (select max(id) from billing_run))
                order by 1 offset %d limit 1""".formatted(place));
        write("""
                insert into held_agreement (run, agreement, ordinal, outcome, reason, found, at_risk, figures)
                select max(id), '%s', 1, 'held', 'large-bill', 'the bill is %d', %d, '%s'
                from billing_run""".formatted(agreement, atRisk, atRisk, figures.text()));
        return agreement;
    }

    /// A reading of a day of July that was not believed.
    ///
    /// @return the key of its item
    String suspect(int place, long atRisk) {
        String point = one("""
                select a.usage_point from service_agreement a join usage_point p on p.reference = a.usage_point
                where a.to_day is null and p.service = 'water' order by 1 offset %d limit 1""".formatted(place));
        write("""
                insert into suspect_reading (usage_point, at, change, ordinal, kind, value, unit, provenance, severity,
                                             quantity, at_risk)
                select '%s', '2020-07-02', {change}, 1, 'actual',
                       (select max(r.value::numeric) + 500 from reading r where r.usage_point = '%s'), 'm3', 'test',
                       'suspect', 500, %d""".formatted(point, point, atRisk), """
                insert into suspect_finding values ('%s', '2020-07-02', {change}, 1, 1, 'high-use', 'suspect',
                                                    'far above the daily average',
                                                    'use=500 usual=50/3 limit=3 days=31')""".formatted(point));
        return point + "~2020-07-02";
    }

    /// The last bill of an account that owes something.
    String dispute(int place, AdjustmentRules rules) {
        String account = town.owing().get(place);
        String bill = one("""
                select o.number from bill b join open_item o on o.number = bill_number(b.serial)
                where o.account = '%s' and o.open > 0 order by b.serial desc limit 1""".formatted(account));
        LocalDate today = LocalDate.of(2020, 7, 2);
        Disputes.Opened opened =
                new Disputes.Opened(account, ItemKey.bill(bill), null, "billing-error", "I was away all month");
        Change why = new Change(town.now(), "online agency", "disputed by the customer");
        return switch (Disputes.open(town.database(), rules, opened, new Days(today, today), why)) {
            case DisputeAnswer.Done(var dispute) -> Long.toString(dispute.id());
            case DisputeAnswer.Refused(var _, var found) -> throw new IllegalStateException(found);
        };
    }

    /// An e-mail about a bill that nobody has got.
    String undelivered(int place) {
        String account = town.owing().get(place);
        String queued = "2020-07-01T10:00:00Z";
        write("""
                insert into message (cause_kind, cause, account, channel, language, address, priority, key, state,
                                     not_before, attempts, queued_at, change)
                values ('reminder', 'T%d', '%s', 'email', 'ar', 'nobody@example.org', 55, 'test.%d', 'failed',
                        '%s', 1, '%s', {change})""".formatted(place, account, place, queued, queued));
        return one("select id::text from message where key = 'test." + place + "'");
    }

    /// Money that came in and is nobody's.
    String unmatched(int place, long amount) {
        write(
                "insert into bank_account values ('bmce', 'MA64011519000001205000534921', 'BMCEMAMC', 'Taswiya', 'MAD',"
                        + " null, 100000, {change})",
                """
                insert into bank_entry values (%d, 'bmce', 'R%d', %d, 1, '2020-07-01', '2020-07-01', false, 'S1', 1,
                                               {change})""".formatted(place, place, amount),
                """
                insert into bank_transaction values (%d, %d, 1, %d, '', '', 'water bill', 'A. Payer', '', '',
                                                     'waiting', null, null)""".formatted(place, place, amount));
        return Integer.toString(place);
    }

    /// Somebody asks for something.
    String request(String account) {
        write("""
                insert into service_request
                select coalesce(max(id), 0) + 1, '%s', 'information', 'phone', 'when do you open?', '2020-07-01',
                       '2020-07-09', {change} from service_request""".formatted(account));
        return one("select max(id)::text from service_request");
    }

    /// Somebody asks for something and shows a document.
    String requestWithFile(String account) {
        String request = request(account);
        write(
                """
                insert into service_request_step
                values (%s, 1, 'added', '2020-07-01', null, null, 'see', null, {change})""".formatted(request),
                "insert into request_file values (%s, 1, 1, 'pdf', '%%PDF-', {change})".formatted(request));
        return request;
    }

    /// A reader who walks a round reports a new meter, with a picture.
    ///
    /// @return the entry
    String exchange(StaffBrowser reader) {
        List<String> points = WalkedTown.points(town).subList(0, 3);
        long round = WalkedTown.plan(town, "ROUTE-1", points);
        WalkedTown.assign(town, round, reader.name());
        UUID entry = UUID.randomUUID();
        HandsetClient.registered(reader).entries("""
                        {"id":"%s","round":%d,"point":"%s","at":%d,"value":"99999",
                         "serial":"NEW-1","start":"0","photo":true}""".formatted(
                        entry, round, points.getFirst(), town.now().toEpochMilli()));
        write("insert into visit_photo values ('%s', '%s', '\\x01')".formatted(entry, town.now()));
        return entry.toString();
    }

    /// Water is off for a morning in the area of the first premise.
    String outage() {
        OutageArea where = new OutageArea.Area(area());
        LocalDateTime from = LocalDateTime.of(2020, 9, 1, 8, 0);
        Outages.Times times = new Outages.Times(from, from.plusHours(4), Map.of());
        Change why = new Change(town.now(), "test", "works");
        return Long.toString(Outages.plan(town.database(), "water", where, times, from.minusDays(9), why, false)
                .outage()
                .number());
    }

    /// Somebody has counted who can be reached, and asks those whom nothing reaches.
    ///
    /// @return the number of the campaign
    String campaign() {
        Change why = new Change(town.now(), "test", "nobody reaches them");
        LocalDate on = LocalDate.of(2020, 7, 2);
        Coverages.count(town.database(), on, why);
        Campaigns.Asked asked = new Campaigns.Asked(Chosen.UNREACHED, null, null);
        long many = Campaigns.look(town.database(), asked, on).asked();
        return Long.toString(Campaigns.begin(town.database(), asked, on, many, why)
                .orElseThrow()
                .number());
    }

    /// What dearer water would come to, for two accounts of the town.
    ///
    /// @return its number
    String shadow() {
        String dearer = town.owing().getFirst();
        String cheaper = town.owing().get(1);
        Money ten = Money.parse("10.00");
        Money more = Money.parse("1234.50");
        String tariff = "casablanca/water-household";
        StoredShadow shadow = new StoredShadow(
                0,
                LocalDate.of(2020, 8, 1),
                LocalDate.of(2020, 8, 1),
                20,
                0,
                List.of(new Book(tariff, "water-2021.yaml", "sha256:" + "0f".repeat(32))),
                List.of(
                        sum(Part.ALL, "", 0, more),
                        sum(Part.ACCOUNT, "", 0, more),
                        sum(Part.OTHER, "", 0, Money.ZERO),
                        sum(Part.CLASS, "household", 0, more),
                        sum(Part.TARIFF, tariff, 0, more),
                        sum(Part.BLOCK, tariff, 1, more)),
                List.of(
                        new Bin(-1, ten, null, 1, Money.parse("-10.50")),
                        new Bin(0, Money.ZERO, Money.ZERO, 0, Money.ZERO),
                        new Bin(1, Money.ZERO, ten, 1, more)),
                List.of(new Hit(dearer, "household", 1, ten, ten.plus(more))),
                List.of(new Hit(cheaper, "professional", 1, more, ten)),
                List.of(new Left(true, "large-bill", 3), new Left(false, "failed", 1)),
                "test",
                "asked by the council",
                town.now());
        return Long.toString(
                Shadows.keep(town.database(), shadow, new Change(town.now(), "test", "asked by the council")));
    }

    /// A book that is dearer from 2030 on, proposed by somebody.
    ///
    /// @return its number
    String priceBook() {
        return priceBook("test", "9.50");
    }

    String priceBook(String author, String perMonth) {
        String text = text(PlayedTown.UTILITIES.resolve("casablanca/tariffs/electricity-household.yaml"));
        int last = text.lastIndexOf("\n  - from: ", text.indexOf("\nexamples:"));
        int end = text.indexOf("\nexamples:");
        String dearer = text.substring(last, end)
                .replaceFirst("from: \\d{4}-\\d\\d-\\d\\d", "from: 2030-01-01")
                .replace("perMonth: 6.50", "perMonth: " + perMonth)
                .replace("upTo: 100, ", "upTo: 120, ")
                .replace("above: 100, ", "above: 120, ");
        PriceBookDesk desk = new PriceBookDesk(town.database(), TariffLibrary.of(PlayedTown.UTILITIES));
        Change why = new Change(town.now(), author, "grid of 2030");
        String tenfold =
                dearer.replace("from: 2030-01-01", "from: 2030-07-01").replaceFirst("price: 0\\.", "price: 9.");
        String whole = text.substring(0, end) + dearer + tenfold + text.substring(end);
        return switch (desk.propose("new.yaml", whole, true, why, Beside.NOTHING)) {
            case PriceBookAnswer.Done(var book) -> Long.toString(book.number());
            case PriceBookAnswer.Refused(var reason, var values)
            when reason == PriceBookReason.ALREADY_PROPOSED -> values.getFirst();
            case PriceBookAnswer.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sum sum(Part part, String name, int block, Money difference) {
        Money before = Money.parse("10000.00");
        return new Sum(part, name, block, "", 2, before, before.plus(difference), 2, difference, 0, Money.ZERO);
    }

    /// A run has begun that has billed nobody yet.
    void begunRun() {
        write("""
                insert into billing_run select (jsonb_populate_record(null::billing_run, to_jsonb(r)
                    || jsonb_build_object('id', r.id + 1, 'bill_to', '2020-08-01', 'billed_on', '2020-08-03',
                                          'released_only', false, 'area', null))).*
                from billing_run r order by r.id desc limit 1""");
    }

    /// It has billed so many accounts more, in the order of their references.
    ///
    /// @param isLast whether it is finished
    void billed(int accounts, boolean isLast) {
        write("""
                insert into checkpoint
                select r.run, c.batch + 1,
                       (select reference from customer_account order by 1 offset c.accounts + %1$d - 1 limit 1),
                       (select max(serial) from bill), %1$d, %1$d, 0, 100000, 0, 0, %2$s
                from (select max(id) as run from billing_run) r,
                    lateral (select coalesce(max(batch), 0) as batch, coalesce(sum(accounts), 0) as accounts
                             from checkpoint where run = r.run) c""".formatted(accounts, isLast));
    }

    /// Where somebody takes water.
    String area() {
        return one("""
                select e.area from premise e join usage_point p on p.premise = e.reference and p.service = 'water'
                join service_agreement a on a.usage_point = p.reference and a.to_day is null order by e.reference
                limit 1""");
    }
}
