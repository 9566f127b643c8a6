package org.taswiya.core.collector;

/// What a collector tells of a transaction.
public sealed interface CollectorMessage {

    /// The collector's own number of the transaction.
    String transaction();

    MessageKind kind();

    /// All that it says, as one line: two messages of a kind that say the same are the same message.
    String said();

    /// Keeps others from paying these bills for a while.
    record Reserve(String transaction, Order order) implements CollectorMessage {
        @Override
        public MessageKind kind() {
            return MessageKind.RESERVE;
        }

        @Override
        public String said() {
            return order.said();
        }
    }

    /// The customer has paid.
    record Pay(String transaction, Order order) implements CollectorMessage {
        @Override
        public MessageKind kind() {
            return MessageKind.PAY;
        }

        @Override
        public String said() {
            return order.said();
        }
    }

    /// The customer has our answer, and it will not be taken back.
    record Confirm(String transaction) implements CollectorMessage {
        @Override
        public MessageKind kind() {
            return MessageKind.CONFIRM;
        }

        @Override
        public String said() {
            return "";
        }
    }

    /// The customer has their money back, or never gave it.
    record Cancel(String transaction) implements CollectorMessage {
        @Override
        public MessageKind kind() {
            return MessageKind.CANCEL;
        }

        @Override
        public String said() {
            return "";
        }
    }
}
