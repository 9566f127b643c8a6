package org.taswiya.intake.greenbutton;

import java.io.IOException;
import java.nio.file.Path;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.xml.XmlFault;
import org.taswiya.intake.xml.XmlFile;

/// A feed as XML: its namespaces, and its reasons where it is none.
final class FeedXml {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String ESPI = "http://naesb.org/espi";

    private FeedXml() {}

    static XmlFile open(Path path) throws IOException {
        return new XmlFile(path, (line, fault, found) -> new FeedRefused(line, of(fault), found));
    }

    private static FeedFault of(XmlFault fault) {
        return switch (fault) {
            case BAD_ENCODING -> FeedFault.BAD_ENCODING;
            case NOT_WELL_FORMED -> FeedFault.NOT_WELL_FORMED;
            case HAS_DOCUMENT_TYPE -> FeedFault.HAS_DOCUMENT_TYPE;
            case TOO_LONG -> FeedFault.TOO_LONG;
            case TRUNCATED -> FeedFault.TRUNCATED;
            case UNEXPECTED_ELEMENT -> FeedFault.UNEXPECTED_ELEMENT;
        };
    }
}
