package org.taswiya.intake.bank;

import org.taswiya.intake.xml.XmlFault;
import org.taswiya.intake.xml.XmlNode;

/// Thrown inside the reader, caught where the file ends to be read.
final class BankRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BankRefusal refusal;

    BankRefused(long line, BankFault fault, String found) {
        super(found, null, false, false);
        this.refusal = new BankRefusal(line, fault, found);
    }

    static BankRefused missing(XmlNode in, String what) {
        return new BankRefused(in.line(), BankFault.MISSING_FIELD, "found " + in.name() + " without " + what);
    }

    static BankRefused ofXml(long line, XmlFault fault, String found) {
        return new BankRefused(line, of(fault), found);
    }

    private static BankFault of(XmlFault fault) {
        return switch (fault) {
            case BAD_ENCODING -> BankFault.BAD_ENCODING;
            case NOT_WELL_FORMED -> BankFault.NOT_WELL_FORMED;
            case HAS_DOCUMENT_TYPE -> BankFault.HAS_DOCUMENT_TYPE;
            case TOO_LONG -> BankFault.TOO_LONG;
            case TRUNCATED -> BankFault.TRUNCATED;
            case UNEXPECTED_ELEMENT -> BankFault.UNEXPECTED_ELEMENT;
        };
    }

    BankRefusal refusal() {
        return refusal;
    }
}
