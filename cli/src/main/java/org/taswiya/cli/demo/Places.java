package org.taswiya.cli.demo;

import java.util.List;

/// Quarters and streets of Casablanca.
final class Places {
    static final List<String> QUARTERS = List.of(
            "Maârif",
            "Gauthier",
            "Bourgogne",
            "Ancienne Médina",
            "Habous",
            "Derb Sultan",
            "Hay Mohammadi",
            "Aïn Sebaâ",
            "Sidi Bernoussi",
            "Sidi Moumen",
            "Ben M’Sick",
            "Sbata",
            "Aïn Chock",
            "Hay Hassani",
            "Oulfa",
            "Sidi Maârouf",
            "Belvédère",
            "Roches Noires");

    private static final List<String> STREETS = List.of(
            "rue Ibn Batouta",
            "rue des Orangers",
            "boulevard Zerktouni",
            "rue Al Banafsaj",
            "rue Abou Inane",
            "avenue Mers Sultan",
            "rue Moulay Driss",
            "boulevard Ghandi",
            "rue des Hirondelles",
            "rue Ibn Sina",
            "avenue 2 Mars",
            "rue Al Farabi",
            "rue de la Mosquée",
            "boulevard Oum Rabia",
            "rue Sebou",
            "rue Tansift",
            "rue des Potiers",
            "avenue Nil",
            "rue Al Kindy",
            "rue Taïf");

    private Places() {}

    static String address(Dice dice, String quarter) {
        return dice.between(1, 240) + ", " + STREETS.get(dice.below(STREETS.size())) + ", " + quarter;
    }
}
