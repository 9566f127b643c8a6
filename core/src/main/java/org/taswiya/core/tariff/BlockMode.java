package org.taswiya.core.tariff;

/// How usage that reaches a block is priced.
public enum BlockMode {
    /// Each block up to the one reached at its own price.
    PROGRESSIVE,
    /// The whole volume at the price of the block reached.
    SELECTIVE
}
