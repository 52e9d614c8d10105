package vn.busticket.accounts;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.busticket.shared.EmailAddress;

/** Tells which mails known people asked for, and forgets what strangers did. */
@Component
class MailAnswers {

    private final JdbcClient database;
    private final AccountRepository accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailAnswers(
            JdbcClient database,
            AccountRepository accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** Answers the oldest request that no other node is at; false if there is none. */
    @Transactional
    boolean answerNext() {
        var next = takeNext();
        next.ifPresent(this::answer);
        return next.isPresent();
    }

    private Optional<Request> takeNext() {
        return database.sql(
                        """
                        delete from account_mail_request
                         where id = (select id
                                       from account_mail_request
                                      order by id
                                      limit 1
                                        for update skip locked)
                        returning kind, email
                        """)
                .query((row, number) ->
                        new Request(
                                MailRequestKind.valueOf(row.getString("kind")),
                                new EmailAddress(row.getString("email"))))
                .optional();
    }

    private void answer(Request request) {
        var now = clock.instant();
        var found = accounts.findByEmail(request.email().value());
        switch (request.kind()) {
            case PASSWORD_RESET ->
                    found.map(account -> PasswordReset.request(account, now))
                            .ifPresent(events::publishEvent);
            case EMAIL_VERIFICATION ->
                    found.filter(account -> !account.isVerified())
                            .map(account ->
                                    EmailVerification.request(account.id(), account.email(), now))
                            .ifPresent(events::publishEvent);
        }
    }

    private record Request(MailRequestKind kind, EmailAddress email) {}
}
