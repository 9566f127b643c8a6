/// The rules of metering, rating, billing and settlement. Needs nothing but the JDK.
module org.taswiya.core {
    requires static transitive org.jspecify;

    exports org.taswiya.core.quantity;
    exports org.taswiya.core.calendar;
    exports org.taswiya.core.ledger;
    exports org.taswiya.core.tariff;
    exports org.taswiya.core.customer;
    exports org.taswiya.core.utility;
    exports org.taswiya.core.metering;
    exports org.taswiya.core.interval;
    exports org.taswiya.core.lighting;
    exports org.taswiya.core.estimation;
    exports org.taswiya.core.validation;
    exports org.taswiya.core.billing;
    exports org.taswiya.core.receivables;
    exports org.taswiya.core.adjustment;
    exports org.taswiya.core.bank;
    exports org.taswiya.core.collector;
    exports org.taswiya.core.online;
    exports org.taswiya.core.arrangement;
    exports org.taswiya.core.budget;
    exports org.taswiya.core.dunning;
    exports org.taswiya.core.collective;
    exports org.taswiya.core.interest;
    exports org.taswiya.core.connection;
    exports org.taswiya.core.message;
    exports org.taswiya.core.privacy;
    exports org.taswiya.core.care;
}
