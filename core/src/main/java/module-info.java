/// The rules of Taswiya, on the JDK alone. Each room is exported as it is built.
module org.taswiya.core {
    requires static org.jspecify;
}
