package org.taswiya.cli.demo;

/// A name in Arabic letters and as its bearer writes it in Latin ones.
record PersonName(String arabic, String latin) {
    PersonName followedBy(PersonName next) {
        return new PersonName(arabic + " " + next.arabic, latin + " " + next.latin);
    }
}
