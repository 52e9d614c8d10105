package vn.busticket.notifications;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What messages can be sent through: always a mail server, and a service for SMS if there is one.
 */
@Component
class Senders {

    private final MessageSender mail;
    private final Optional<SmsSender> sms;
    private final int mailsPerSecond;

    Senders(MessageSender mail, Optional<SmsSender> sms, EmailProperties properties) {
        this.mail = mail;
        this.sms = sms;
        this.mailsPerSecond = properties.mailsPerSecond();
    }

    /** True if something can be sent through the channel. */
    boolean has(Channel channel) {
        return switch (channel) {
            case EMAIL -> true;
            case SMS -> sms.isPresent();
        };
    }

    /** The channels that something can be sent through. */
    Set<Channel> channels() {
        return Arrays.stream(Channel.values())
                .filter(this::has)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many messages a second the provider of the channel takes from all nodes together. */
    int perSecond(Channel channel) {
        return switch (channel) {
            case EMAIL -> mailsPerSecond;
            case SMS -> sms().perSecond();
        };
    }

    /**
     * Hands a message over and waits for the answer; never inside a database transaction. A service
     * that can tell is asked first whether an earlier attempt has arrived after all.
     */
    SendOutcome send(Claimed message, Outgoing outgoing) {
        return switch (outgoing) {
            case OutgoingMail letter -> mail.send(letter);
            case OutgoingSms text -> send(message, text);
        };
    }

    /** Breaks off all that waits for an answer: the process ends. */
    void hangUp() {
        mail.hangUp();
        sms.ifPresent(SmsSender::hangUp);
    }

    private SendOutcome send(Claimed message, OutgoingSms text) {
        if (message.attempt() > 1) {
            try {
                var taken = sms().find(text, message.createdAt());
                if (taken.isPresent()) {
                    return taken.get();
                }
            } catch (SmsSender.SmsServiceAway away) {
                return new SendOutcome.Retry(away.kind(), away.getMessage());
            }
        }
        return sms().send(text);
    }

    private SmsSender sms() {
        return Objects.requireNonNull(sms.orElse(null), "nothing sends SMS");
    }
}
