package org.taswiya.deliver.explain;

/// What a bill is called by the service that it bills.
final class Title {
    private Title() {}

    static String key(String service, boolean hasSanitation) {
        return switch (service) {
            case "electricity" -> "title.electricity";
            case "water" -> hasSanitation ? "title.water-sanitation" : "title.water";
            default -> "title.other";
        };
    }
}
