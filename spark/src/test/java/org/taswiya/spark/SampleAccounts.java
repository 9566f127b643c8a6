package org.taswiya.spark;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.spark.billing.Rules;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.input.AccountReader;
import org.taswiya.spark.input.AccountToBill;
import org.taswiya.spark.input.AccountWriter;
import org.taswiya.spark.input.CycleFile;
import org.taswiya.spark.parquet.TableWriter;

/// Makes more accounts of exported ones, to measure on, by hand: `SampleAccounts FROM TO TIMES`, on the class path of
/// the tests. The copies differ in their references alone.
final class SampleAccounts {
    private SampleAccounts() {}

    public static void main(String[] args) throws IOException {
        try (SparkSession spark = Sessions.local(1)) {
            Configuration configuration = spark.sparkContext().hadoopConfiguration();
            CycleFile cycle = CycleFile.read(configuration, args[0]).orElseThrow();
            Terms read = SampleTown.terms(cycle.cycle().billTo().toString(), false);
            Rules rules = Rules.of(new Terms(cycle.cycle(), read.policies(), read.books(), false));
            for (int copy = 0; copy < Integer.parseInt(args[2]); copy++) {
                for (String range : FromFiles.in(configuration, args[0]).ranges()) {
                    copy(spark, rules, new Path(args[0], "accounts/" + range), args[1], copy);
                }
            }
            cycle.write(configuration, args[1]);
        }
    }

    private static void copy(SparkSession spark, Rules rules, Path from, String to, int copy) throws IOException {
        String prefix = String.format(Locale.ROOT, "%03d-", copy);
        AccountReader reader = new AccountReader(rules.cycle(), rules.policy(), rules::tariff);
        Path target = new Path(to, "accounts/" + prefix + from.getName());
        try (TableWriter file =
                new TableWriter(AccountWriter.TABLE, spark.sparkContext().hadoopConfiguration(), target)) {
            AccountWriter accounts = new AccountWriter(file);
            var rows = spark.read()
                    .schema(AccountWriter.TABLE.columns())
                    .parquet(from.toString())
                    .queryExecution()
                    .toRdd()
                    .toJavaRDD()
                    .map(InternalRow::copy) // Spark fills one row again and again
                    .toLocalIterator();
            while (rows.hasNext()) {
                AccountToBill read = reader.read(rows.next()).account();
                accounts.write(new AccountToBill(
                        renamed(read.input(), prefix),
                        read.customerClass(),
                        read.released().stream().map(prefix::concat).collect(Collectors.toSet()),
                        read.missing().stream().map(prefix::concat).toList()));
            }
            file.finish(java.util.Map.of());
        }
    }

    private static AccountInput renamed(AccountInput of, String prefix) {
        return new AccountInput(
                prefix + of.customerAccount(),
                of.billTo(),
                of.billedOn(),
                of.policy(),
                of.arrears(),
                of.agreements().stream()
                        .map(one -> new AgreementInput(
                                prefix + one.agreement(),
                                one.tariff(),
                                one.households(),
                                one.register(),
                                one.readings(),
                                one.exchanges(),
                                one.billed(),
                                one.history(),
                                one.vacancies(),
                                one.suspensions(),
                                one.ofClass(),
                                one.annualVolume(),
                                one.usualBill(),
                                one.backBillingException(),
                                one.instruction()))
                        .toList(),
                of.dueOn());
    }
}
