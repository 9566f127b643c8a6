package org.taswiya.store.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// What is checked of all accounts of a campaign together, and what ends with a new address.
final class AskedAccountsTest {
    private Database database;

    @BeforeEach
    void oneAccount() throws SQLException {
        database = TestDatabases.fresh();
        execute(
                "insert into change values (1, '2020-01-01', 'test', 'test'), (2, '2020-01-02', 'test', 'test')",
                "insert into customer values ('K1', 'household', 'ن', 'N', 'ar', 1)",
                "insert into customer_account values ('0000000001', 'K1', 1), ('0000000002', 'K1', 1)",
                "insert into contact_campaign values (1, 'unreached', null, null, '2020-01-01', 2, 1)",
                "insert into coverage values (1, '2020-01-01', 1)",
                "insert into unreached_account values ('0000000001', 5, 0, 1), ('0000000002', 5, 0, 1)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void whoIsThereIsAsked() throws SQLException {
        execute("insert into contact_campaign_account values (1, '0000000001'), (1, '0000000002')");
    }

    @Test
    void nobodyIsAskedWhoIsNotThere() {
        assertThatThrownBy(() ->
                        execute("insert into contact_campaign_account values (1, '0000000001'), (1, '0000000009')"))
                .hasMessageContaining("a campaign asks an account that is not there");
    }

    @Test
    void noCampaignAsksThatIsNotThere() {
        assertThatThrownBy(() -> execute("insert into contact_campaign_account values (2, '0000000001')"))
                .hasMessageContaining("a campaign that is not there");
    }

    @Test
    void whoSaysAnAddressIsUnreachedNoMore() throws SQLException {
        execute("insert into contact_set values ('0000000001', 2, 'ar', '2020-01-02')");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet left = statement.executeQuery("select string_agg(account, ' ') from unreached_account")) {
            left.next();
            assertThat(left.getString(1)).isEqualTo("0000000002");
        }
    }
}
