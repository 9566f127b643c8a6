package org.taswiya.core.tariff;

/// Whether a book's prices are stated before value added tax (HT) or with it (TTC).
public enum TaxBasis {
    BEFORE_TAX,
    TAX_INCLUDED
}
