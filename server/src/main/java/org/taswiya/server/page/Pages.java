package org.taswiya.server.page;

/// Answers what is asked of pages. Many threads may ask at once.
public interface Pages {
    PageTold answer(PageAsked asked);
}
