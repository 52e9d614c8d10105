package vn.busticket.shared;

import java.util.List;
import java.util.OptionalLong;

/**
 * An expected refusal: something that a person asked for is not allowed, with the key of the
 * sentence that tells them so.
 */
public abstract class BusinessRuleViolation extends RuntimeException {

    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param messageKey key in the message bundles
     * @param arguments values for the placeholders of that message; never personal data
     */
    protected BusinessRuleViolation(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Key of the sentence in the message bundles. */
    public String messageKey() {
        return messageKey;
    }

    /** After how many seconds it is worth another try; empty where waiting changes nothing. */
    public OptionalLong retryAfterSeconds() {
        return OptionalLong.empty();
    }

    /** Values for the sentence's placeholders. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
