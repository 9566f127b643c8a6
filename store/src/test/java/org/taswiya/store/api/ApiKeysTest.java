package org.taswiya.store.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.api.ApiKeyAnswer.Reason;
import org.taswiya.store.api.ApiKeys.Wanted;
import org.taswiya.store.staff.Staff;
import org.taswiya.store.staff.StaffRole;

/// Keys are given once, opened by nothing else, and end; a request under a name is done once.
final class ApiKeysTest {
    private static final Instant NOON = Instant.parse("2020-06-03T12:00:00Z");

    private final Database database = TestDatabases.fresh();

    @BeforeEach
    void twoCustomers() throws SQLException {
        execute(
                "insert into change values (1, '2020-06-01T00:00Z', 'test', 'start')",
                "insert into customer values ('P1', 'household', 'ا', 'A', 'fr', 1),"
                        + " ('P2', 'household', 'ب', 'B', 'ar', 1)",
                "insert into customer_account values ('0000000001', 'P1', 1), ('0000000002', 'P1', 1),"
                        + " ('0000000003', 'P2', 1)");
    }

    private void execute(String... all) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : all) {
                statement.execute(sql);
            }
        }
    }

    private static Change why() {
        return new Change(NOON, "test", "for trials");
    }

    private ApiKeyAnswer add(String name, Set<ApiScope> scopes, @Nullable String account, int perMinute) {
        return ApiKeys.add(database, new Wanted(name, scopes, account, perMinute), why());
    }

    private ApiKeyAnswer.Added added(@Nullable String account, ApiScope... scopes) {
        ApiKeyAnswer answer = add("trial", EnumSet.copyOf(List.of(scopes)), account, 60);
        return (ApiKeyAnswer.Added) answer;
    }

    @Test
    void aKeyOpensWhatItWasGivenFor() {
        ApiKeyAnswer.Added added = added(null, ApiScope.READ, ApiScope.READINGS);
        assertThat(ApiKeys.bearing(database, added.text())).contains(added.key());
        assertThat(added.key().may(ApiScope.READINGS)).isTrue();
        assertThat(added.key().may(ApiScope.DISPUTES)).isFalse();
        assertThat(Opened.accounts(database, added.key(), "", 9))
                .containsExactly("0000000001", "0000000002", "0000000003");
        assertThat(Opened.accounts(database, added.key(), "0000000001", 1)).containsExactly("0000000002");
    }

    @Test
    void oneOfACustomerOpensTheirAccountsAlone() {
        ApiKey key = added("0000000002", ApiScope.READ).key();
        assertThat(Opened.accounts(database, key, "", 9)).containsExactly("0000000001", "0000000002");
        assertThat(Opened.account(database, key, "0000000001")).isPresent();
        assertThat(Opened.account(database, key, "0000000003")).isEmpty();
    }

    @Test
    void anotherTextIsNoKey() {
        String text = added(null, ApiScope.READ).text();
        String second = added(null, ApiScope.READ).text();
        String mixed = text.substring(0, 10) + second.substring(10);
        for (String other : List.of("", "x", text + "A", text.substring(1), mixed, text.toUpperCase(Locale.ROOT))) {
            assertThat(ApiKeys.bearing(database, other)).as(other).isEmpty();
        }
    }

    @Test
    void aRevokedKeyIsNone() {
        ApiKeyAnswer.Added added = added(null, ApiScope.READ);
        assertThat(ApiKeys.revoke(database, added.key().id(), why())).isInstanceOf(ApiKeyAnswer.Revoked.class);
        assertThat(ApiKeys.bearing(database, added.text())).isEmpty();
        assertThat(ApiKeys.list(database)).extracting(ApiKey::isRevoked).containsExactly(true);
        assertThat(reason(ApiKeys.revoke(database, added.key().id(), why()))).isEqualTo(Reason.REVOKED_ALREADY);
        assertThat(reason(ApiKeys.revoke(database, 99, why()))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    private static Reason reason(ApiKeyAnswer answer) {
        return ((ApiKeyAnswer.Refused) answer).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "Amina, read, , 60, MALFORMED_NAME",
        "x, read, , 60, MALFORMED_NAME",
        "mirror, , , 60, NO_SCOPE",
        "mirror, read, , 0, RATE_OUT_OF_RANGE",
        "mirror, read, , 100001, RATE_OUT_OF_RANGE",
        "mirror, read, 0000000009, 60, UNKNOWN_ACCOUNT",
        "mirror, read, x, 60, UNKNOWN_ACCOUNT"
    })
    void whatMakesNoKeyIsRefused(String name, @Nullable String scope, @Nullable String account, int most, Reason why) {
        Set<ApiScope> scopes = scope == null ? Set.of() : Set.of(ApiScope.READ);
        assertThat(reason(add(name, scopes, account, most))).isEqualTo(why);
        assertThat(ApiKeys.list(database)).isEmpty();
    }

    private Reason staffReason(ApiScope scope, @Nullable String account, @Nullable String staff) {
        return reason(ApiKeys.add(database, new Wanted("desk", Set.of(scope), account, staff, 60), why()));
    }

    /// What staff do is done for somebody of them, of all accounts.
    @Test
    void aKeyForWhatStaffDoActsForSomebodyOfThem() {
        Staff.add(database, "amina", StaffRole.AGENT, "A-TICKET", why());
        assertThat(staffReason(ApiScope.WORK, null, null)).isEqualTo(Reason.FOR_NOBODY);
        assertThat(staffReason(ApiScope.READ, null, "amina")).isEqualTo(Reason.FOR_NOBODY);
        assertThat(staffReason(ApiScope.WORK, "0000000001", "amina")).isEqualTo(Reason.STAFF_OF_A_CUSTOMER);
        assertThat(staffReason(ApiScope.WORK, null, "nobody")).isEqualTo(Reason.UNKNOWN_STAFF);
        Wanted wanted = new Wanted("desk", Set.of(ApiScope.WORK, ApiScope.READ), null, "amina", 60);
        ApiKeyAnswer.Added added = (ApiKeyAnswer.Added) ApiKeys.add(database, wanted, why());
        assertThat(ApiKeys.bearing(database, added.text()).orElseThrow().staff())
                .isEqualTo("amina");
        Staff.disable(database, "amina", why());
        assertThat(staffReason(ApiScope.WORK, null, "amina")).isEqualTo(Reason.UNKNOWN_STAFF);
    }

    @Test
    void nothingOfItIsEverChanged() {
        added(null, ApiScope.READ);
        for (String table : List.of("api_key", "api_key_scope", "api_key_revocation", "api_request", "api_once")) {
            assertThatThrownBy(() -> execute("delete from " + table)).hasMessageContaining("never changed");
        }
    }

    @Test
    void aNameIsOfOneRequestOfOneKey() throws SQLException {
        ApiKey key = added(null, ApiScope.READ).key();
        ApiKey other = added(null, ApiScope.READ).key();
        byte[] digest = new byte[32];
        byte[] another = "b".repeat(32).getBytes(StandardCharsets.UTF_8);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Once.Request request = new Once.Request(key, "n", digest, NOON);
            assertThat(Once.look(connection, request)).isInstanceOf(Once.Found.New.class);
            Once.keep(connection, request, 201, "{}");
            assertThat(Once.look(connection, request)).isEqualTo(new Once.Found.Done(201, "{}"));
            assertThat(Once.look(connection, new Once.Request(key, "n", another, NOON)))
                    .isInstanceOf(Once.Found.Other.class);
            assertThat(Once.look(connection, new Once.Request(other, "n", digest, NOON)))
                    .isInstanceOf(Once.Found.New.class);
            connection.rollback();
            assertThat(Once.look(connection, request)).isInstanceOf(Once.Found.New.class);
        }
    }
}
