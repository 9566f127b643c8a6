package org.taswiya.deliver.bill;

/// What a bill is called by the service that it bills.
public final class Title {
    private Title() {}

    public static String key(String service, boolean hasSanitation) {
        return switch (service) {
            case "electricity" -> "title.electricity";
            case "water" -> hasSanitation ? "title.water-sanitation" : "title.water";
            default -> "title.other";
        };
    }
}
