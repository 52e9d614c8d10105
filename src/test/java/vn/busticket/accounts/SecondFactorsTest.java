package vn.busticket.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.GrantedAuthority;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.testing.ApplicationTest;
import vn.busticket.testing.StaffPeople;

/** What an administrator proves beside the password. */
@Tag("P7.1")
class SecondFactorsTest extends ApplicationTest {

    private final TotpSecret phone = TotpSecret.random();

    @Autowired private SecondFactors factors;
    @Autowired private AccountQueries queries;
    @Autowired private Administrators administrators;
    @Autowired private StaffPeople people;

    @Test
    void theRoleCountsOnlyTogetherWithTheFactor() {
        var person = queries.person(people.administrator(phone, clock.instant()).id());
        assertThat(person.isComplete()).isFalse();
        assertThat(person.getAuthorities()).isEmpty();

        var complete = factors.prove(person, now());

        assertThat(complete.isComplete()).isTrue();
        assertThat(complete.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_ADMINISTRATOR", "FACTOR_TOTP");
    }

    @Test
    void aCodeCountsOnceAndNoOlderOneAfterIt() {
        var person = queries.person(people.administrator(phone, clock.instant()).id());
        var before = phone.codeAt(clock.instant().minusSeconds(30));

        factors.prove(person, now());

        assertThat(refusal(() -> factors.prove(person, now())))
                .isEqualTo("accounts.second-factor.used");
        assertThat(refusal(() -> factors.prove(person, before)))
                .isEqualTo("accounts.second-factor.used");
        clock.set(clock.instant().plusSeconds(30));
        factors.prove(person, now().substring(0, 3) + " " + now().substring(3));
        assertThat(audited(person.id()))
                .containsExactly(
                        "second-factor.enrolled",
                        "second-factor.proved",
                        "second-factor.refused",
                        "second-factor.refused",
                        "second-factor.proved");
    }

    @Test
    void ofTwentyWhoSendTheSameCodeAtOnceOneGetsIn() throws Exception {
        var person = queries.person(people.administrator(phone, clock.instant()).id());
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            tries.add(() -> refusal(() -> factors.prove(person, now())));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsOnlyOnce("")
                    .filteredOn(one -> !one.isEmpty())
                    .hasSize(7)
                    .containsOnly("accounts.second-factor.used");
        }
    }

    @Test
    void aRecoveryCodeStandsInForThePhoneOnce() {
        var person = queries.person(people.administrator().id());
        var codes = factors.enrol(person, phone, now()).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        var typed = codes.getLast().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(factors.prove(person, typed).isComplete()).isTrue();
        assertThat(refusal(() -> factors.prove(person, codes.getLast())))
                .isEqualTo("accounts.second-factor.wrong");
        assertThat(factors.prove(person, codes.getFirst()).isComplete()).isTrue();
        assertThat(audited(person.id())).contains("second-factor.recovery-code-used");
    }

    @Test
    void theDatabaseHoldsNeitherTheSecretNorACode() {
        var person = queries.person(people.administrator().id());
        var codes = factors.enrol(person, phone, now()).recoveryCodes();

        var stored =
                database.sql(
                                """
                                select f.secret || ' ' || string_agg(r.code_hash, ' ')
                                  from second_factor f
                                  join second_factor_recovery r on r.account_id = f.account_id
                                 where f.account_id = :account
                                 group by f.secret
                                """)
                        .param("account", person.id().value())
                        .query(String.class)
                        .single();

        assertThat(stored).startsWith("v1:").doesNotContain(phone.text());
        for (var code : codes) {
            assertThat(stored).doesNotContain(code).doesNotContain(code.replace("-", ""));
        }
    }

    @Test
    void aSecretIsSealedForOneAccountOnly() {
        var one = queries.person(people.administrator(phone, clock.instant()).id());
        var other = queries.person(people.administrator(phone, clock.instant()).id());
        database.sql(
                        """
                        update second_factor
                           set secret = (select secret from second_factor where account_id = :one)
                         where account_id = :other
                        """)
                .param("one", one.id().value())
                .param("other", other.id().value())
                .update();

        assertThatThrownBy(() -> factors.prove(other, now()))
                .hasMessageContaining("sealed text was changed or moved");
    }

    @Test
    void guessingIsSlowedDown() {
        var person = queries.person(people.administrator(phone, clock.instant()).id());
        var answers = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            answers.add(refusal(() -> factors.prove(person, wrong())));
        }
        assertThat(answers).filteredOn("accounts.second-factor.wrong"::equals).hasSize(9);
        assertThat(refusal(() -> factors.prove(person, now())))
                .isEqualTo("accounts.too-many-attempts");
    }

    @Test
    void onlyAdministratorsEnrolAndOnlyOnce() {
        var passenger = queries.person(people.passenger().id());
        assertThat(refusal(() -> factors.enrol(passenger, phone, now())))
                .isEqualTo("accounts.second-factor.not-to-enrol");
        var person = queries.person(people.administrator(phone, clock.instant()).id());
        var another = TotpSecret.random();
        assertThat(refusal(() -> factors.enrol(person, another, another.codeAt(clock.instant()))))
                .isEqualTo("accounts.second-factor.not-to-enrol");
        assertThat(refusal(() -> factors.enrol(person, another, "000000x")))
                .isEqualTo("accounts.second-factor.wrong");
    }

    @Test
    void anotherAdministratorResetsItWithAReason() {
        var helper = people.administrator();
        var person = people.administrator(phone, clock.instant());
        var session = factors.prove(queries.person(person.id()), now());
        assertThat(
                        refusal(() ->
                                administrators.resetSecondFactor(
                                        person.id(), person.id(), "tự làm")))
                .isEqualTo("accounts.appointment.own-factor");

        administrators.resetSecondFactor(helper.id(), person.id(), "mất điện thoại");

        assertThat(factors.isEnrolled(person.id())).isFalse();
        assertThat(queries.mayStay(session)).isFalse();
        assertThat(
                        database.sql(
                                        """
                                        select account_id || ' ' || reason
                                          from audit_log
                                         where subject = :subject and action = 'second-factor.reset'
                                        """)
                                .param("subject", "account " + person.id().value())
                                .query(String.class)
                                .single())
                .isEqualTo(helper.id().value() + " mất điện thoại");
        assertThat(
                        refusal(() ->
                                administrators.resetSecondFactor(
                                        helper.id(), person.id(), "lần nữa")))
                .isEqualTo("accounts.second-factor.none");
    }

    @Test
    void whoIsWithdrawnLosesItToo() {
        var helper = people.administrator();
        var person = people.administrator(phone, clock.instant());
        administrators.withdraw(helper.id(), person.id(), "nghỉ việc");
        assertThat(factors.isEnrolled(person.id())).isFalse();
    }

    private String now() {
        return phone.codeAt(clock.instant());
    }

    /** A code of none of the three half minutes that count. */
    private String wrong() {
        return phone.codeAt(clock.instant().plusSeconds(3_000));
    }

    private List<String> audited(AccountId account) {
        return database.sql(
                        """
                        select action
                          from audit_log
                         where account_id = :account and action like 'second-factor%'
                         order by id
                        """)
                .param("account", account.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    private static String refusal(Runnable deed) {
        try {
            deed.run();
            return "";
        } catch (BusinessRuleViolation refused) {
            return refused.messageKey();
        }
    }
}
