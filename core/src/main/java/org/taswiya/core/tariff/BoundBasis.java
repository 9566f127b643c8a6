package org.taswiya.core.tariff;

/// What the published bounds of a ladder are counted for.
public enum BoundBasis {
    /// A month.
    MONTH,
    /// A day: the bound of a period is so many times as large as it has days.
    DAY,
    /// A month, and each unit of the period's highest demand: a bound of 200 kWh/kW at 12 kW is 2,400 kWh.
    DEMAND,
    /// A day, and each unit of the period's highest demand.
    DEMAND_DAY;

    boolean isDaily() {
        return this == DAY || this == DEMAND_DAY;
    }

    /// Whether bounds grow with the highest demand.
    public boolean isOfDemand() {
        return this == DEMAND || this == DEMAND_DAY;
    }
}
