package org.taswiya.deliver.sms;

/// How the letters of a text message become units.
public enum Coding {
    /// One septet for most letters of western Europe, two for ten more.
    GSM_7(160, 153),
    /// 16 bits, twice for what lies beyond them: any text at all, and less of it.
    UCS_2(70, 67);

    private final int whole;
    private final int part;

    Coding(int whole, int part) {
        this.whole = whole;
        this.part = part;
    }

    /// How many units a message of one segment holds.
    public int whole() {
        return whole;
    }

    /// How many a segment of several holds: its header takes six octets of its 140.
    public int part() {
        return part;
    }

    static Coding of(String text) {
        return text.codePoints().allMatch(letter -> GsmAlphabet.septets(letter) > 0) ? GSM_7 : UCS_2;
    }

    int units(int letter) {
        return switch (this) {
            case GSM_7 -> GsmAlphabet.septets(letter);
            case UCS_2 -> Character.charCount(letter);
        };
    }
}
