package vn.busticket.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.busticket.accounts.DataEncryptionProperties;
import vn.busticket.accounts.DataSeal;

/** Who reads the database or the logs reads no account of anybody. */
@Tag("P3.8")
@Tag("P3.10")
@ExtendWith(OutputCaptureExtension.class)
class SealedAccountsTest extends RefundsTest {

    @Autowired private BankTransactionRepository transactions;
    @Autowired private DataEncryptionProperties properties;
    @Autowired private Banks banks;

    @Test
    void theTablesShowNoNumberAndNoName() {
        var refund = opened(SMALL);
        var row =
                database.sql(
                                """
                                select c::text || t::text
                                  from refund_case c
                                  join bank_transaction t on t.id = c.bank_transaction_id
                                 where c.id = :id
                                """)
                        .param("id", refund.value())
                        .query(String.class)
                        .single();
        assertThat(row)
                .doesNotContain(NUMBER)
                .doesNotContain("4567")
                .doesNotContain("NGUYEN")
                .doesNotContain("VAN AN");
        assertThat(
                        database.sql("select account_holder from refund_case where id = :id")
                                .param("id", refund.value())
                                .query(String.class)
                                .single())
                .doesNotContain("NGUYEN");
        assertThat(desk.accountToPay(refund, CLERK)).isEqualTo(ACCOUNT);
    }

    @Test
    void theDatabaseRefusesAnAccountInClear() {
        var refund = sent(SMALL);
        for (var change :
                List.of(
                        "refund_case set account_number = '0071001234567' where id = :id",
                        "refund_case set account_holder = 'NGUYEN VAN AN' where id = :id",
                        "refund_payout set account_number = '0071001234567' where refund_case_id = :id",
                        "refund_payout set account_holder = 'NGUYEN VAN AN' where refund_case_id = :id")) {
            assertThatThrownBy(() ->
                            database.sql("update " + change).param("id", refund.value()).update())
                    .rootCause()
                    .hasMessageContaining("account_is_sealed")
                    .hasMessageNotContaining(NUMBER);
        }
    }

    @Test
    void aSealedNumberOpensOnlyInItsOwnRow() {
        var mine = opened(SMALL);
        var other = open(arrived(SMALL, new BankAccount("970422", "555666777", "OTHER")), SMALL);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            database.sql(
                            """
                            update refund_case
                               set account_number = (select account_number from refund_case
                                                      where id = :other)
                             where id = :mine
                            """)
                    .param("mine", mine.value())
                    .param("other", other.value())
                    .update();
            assertThatThrownBy(() -> desk.accountToPay(mine, CLERK))
                    .hasMessageContaining("changed or moved");
        });
    }

    @Test
    void theKeyBeforeStillOpens() {
        var before = seal("b", "");
        var now = seal("a", "b");
        var sealed = before.seal(NUMBER, "here");
        assertThat(now.open(sealed, "here")).isEqualTo(NUMBER);
        assertThat(now.seal(NUMBER, "here")).startsWith(now.currentPrefix());
        assertThat(sealed).doesNotStartWith(now.currentPrefix());
        assertThatThrownBy(() -> seal("a", "").open(sealed, "here"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> now.open(sealed, "there"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasStoredInClearIsSealedAtNight() {
        var refund = opened(SMALL);
        var transfer = details(refund).row().transaction();
        database.sql(
                        """
                        update bank_transaction
                           set payer_account_number = :clear, payer_name = :name
                         where id = :id
                        """)
                .param("clear", NUMBER)
                .param("name", "NGUYEN VAN AN")
                .param("id", transfer.value())
                .update();
        assertThat(transactions.payer(transfer)).as("still in clear").contains(ACCOUNT);
        run(SealAgainJob.class);
        for (var column : List.of("payer_account_number", "payer_name")) {
            assertThat(
                            database.sql(
                                            "select %s from bank_transaction where id = :id"
                                                    .formatted(column))
                                    .param("id", transfer.value())
                                    .query(String.class)
                                    .single())
                    .startsWith("v1:")
                    .doesNotContain(NUMBER)
                    .doesNotContain("NGUYEN");
        }
        assertThat(transactions.payer(transfer)).contains(ACCOUNT);
        assertThat(state(open(arrived(SMALL, ACCOUNT), SMALL)))
                .isEqualTo(RefundState.NEEDS_APPROVAL);
    }

    @Test
    void aNameInClearBesideASealedNumberIsSealedAtNightToo() {
        var transfer = arrived(SMALL, ACCOUNT);
        database.sql("update bank_transaction set payer_name = :name where id = :id")
                .param("name", "NGUYEN VAN AN")
                .param("id", transfer.value())
                .update();
        run(SealAgainJob.class);
        assertThat(
                        database.sql("select payer_name from bank_transaction where id = :id")
                                .param("id", transfer.value())
                                .query(String.class)
                                .single())
                .startsWith("v1:");
        assertThat(transactions.payer(transfer)).contains(ACCOUNT);
    }

    @Test
    void anotherKeySealsAllOfThemAnew() {
        var refund = sent(SMALL);
        var transfer = details(refund).row().transaction();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var newer =
                    new DataSeal(
                            new DataEncryptionProperties(key("n"), properties.dataEncryptionKey()));
            var payers = new PayerAccounts(newer, banks);
            var accounts = new RefundAccounts(newer, banks);
            var again = new AccountsToSeal(database, newer, payers, accounts);
            while (again.sealSome() > 0) {
                assertThat(newer.currentPrefix()).startsWith("v1:");
            }
            for (var column :
                    List.of(
                            "bank_transaction.payer_account_number",
                            "bank_transaction.payer_name",
                            "refund_case.account_number",
                            "refund_case.account_holder",
                            "refund_payout.account_number",
                            "refund_payout.account_holder")) {
                assertThat(notSealedWith(newer, column)).as(column).isZero();
            }
            assertThat(new BankTransactionRepository(database, payers).payer(transfer))
                    .contains(ACCOUNT);
            var current = new RefundRepository(database, accounts).lock(refund).orElseThrow();
            assertThat(current.knownAccount()).isEqualTo(ACCOUNT);
            assertThat(new PayoutRepository(database, accounts).open(current).orElseThrow().order())
                    .extracting(PayoutOrder::account)
                    .isEqualTo(ACCOUNT);
        });
    }

    private long notSealedWith(DataSeal seal, String column) {
        var parts = column.split("\\.", 2);
        return database.sql(
                        "select count(*) from %s where btrim(%s) <> '' and not starts_with(%s, :current)"
                                .formatted(parts[0], parts[1], parts[1]))
                .param("current", seal.currentPrefix())
                .query(Long.class)
                .single();
    }

    @Test
    void theSameNumberIsNeverSealedTheSameWay() {
        var seal = seal("a", "");
        assertThat(seal.seal(NUMBER, "here")).isNotEqualTo(seal.seal(NUMBER, "here"));
    }

    @Test
    void theLogsShowNoAccount(CapturedOutput output) {
        var refund = sent(SMALL);
        SANDBOX.payouts()
                .become(
                        payout(refund).referenceId(),
                        vn.busticket.sandbox.PayoutState.FAILED,
                        "X1");
        check(Duration.ofSeconds(10));
        desk.retry(refund, CLERK);
        desk.markTransferred(refund, CLERK, "FT5", null);
        assertThat(output.getAll()).doesNotContain(NUMBER).doesNotContain("NGUYEN VAN AN");
        assertThat(ACCOUNT.toString()).doesNotContain(NUMBER).doesNotContain("NGUYEN");
    }

    private static DataSeal seal(String current, String previous) {
        return new DataSeal(new DataEncryptionProperties(key(current), key(previous)));
    }

    private static String key(String letter) {
        return letter.isEmpty()
                ? ""
                : Base64.getEncoder().encodeToString(letter.repeat(32).getBytes());
    }
}
