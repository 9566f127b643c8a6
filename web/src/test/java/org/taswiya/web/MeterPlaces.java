package org.taswiya.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.staff.StaffRole;

/// New meters that a reader reports, for programs that book them.
final class MeterPlaces {
    private static final String DIAL = "{\"digits\":\"5\",\"decimals\":\"0\"}";

    private MeterPlaces() {}

    /// One that is looked at and booked, and one that is refused.
    ///
    /// @param account whose meters stay as they are
    static Map<String, String> of(PageTown town, String account) {
        int before = Integer.parseInt(town.texts("select count(*)::text from staff where name like 'reader%'")
                .getFirst());
        List<String> points = points(town, account).subList(2 * before, 2 * before + 2);
        StaffBrowser reader = town.staff("reader" + before, StaffRole.READER);
        long round = WalkedTown.plan(town, "ROUTE-" + before, points);
        WalkedTown.assign(town, round, reader.name());
        HandsetClient handset = HandsetClient.registered(reader);
        handset.get("/staff/round/today"); // what comes later is later than this
        Map<String, String> places = new TreeMap<>();
        String booked = reported(town, handset, round, points.getFirst(), "API-" + before + "-1");
        String refused = reported(town, handset, round, points.getLast(), "API-" + before + "-2");
        places.put("exchanged", booked);
        places.put("previewExchange item", booked);
        places.put("bookExchange item", booked);
        places.put("unexchanged", refused);
        places.put("refuseExchange item", refused);
        places.put(
                "exchanged_seen",
                Program.with(town, DeskPlaces.SCOPES)
                        .post("/work/exchange/" + booked + "/booking/preview", DIAL, "p")
                        .at("/seen"));
        return places;
    }

    private static List<String> points(PageTown town, String account) {
        List<String> own = town.texts("select usage_point from service_agreement where account = '" + account + "'");
        return WalkedTown.points(town).reversed().stream()
                .filter(point -> !own.contains(point))
                .toList();
    }

    private static String reported(PageTown town, HandsetClient handset, long round, String point, String serial) {
        BigDecimal removed = new BigDecimal(town.texts("select value::text from reading where usage_point = '" + point
                                + "' order by at desc, revision desc limit 1")
                        .getFirst())
                .add(BigDecimal.TEN)
                .setScale(0, RoundingMode.UP);
        String id = UUID.randomUUID().toString();
        handset.entries("{\"id\":\"" + id + "\",\"round\":" + round + ",\"point\":\"" + point + "\",\"at\":"
                + town.now().toEpochMilli() + ",\"value\":\"" + removed + "\",\"serial\":\"" + serial
                + "\",\"start\":\"3\"}");
        return id;
    }

    /// A body that may be good; null for what is of no operation of these.
    static @Nullable String body(String operation, Map<String, String> places) {
        return switch (operation) {
            case "previewExchange" -> DIAL;
            case "bookExchange" -> DeskPlaces.with(DIAL, "seen", places.getOrDefault("exchanged_seen", ""));
            case "refuseExchange" -> "{\"why\":\"it is the old one\"}";
            default -> null;
        };
    }
}
