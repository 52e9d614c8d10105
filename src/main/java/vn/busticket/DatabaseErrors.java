package vn.busticket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Says by their name what errors of PostgreSQL mean that Spring has no name for. */
@Configuration(proxyBeanMethods = false)
class DatabaseErrors {

    /** {@code lock_not_available}: whoever set {@code lock_timeout} has waited that long. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Bean
    SQLExceptionTranslator sqlExceptionTranslator() {
        var others = new SQLExceptionSubclassTranslator();
        return (task, sql, failed) ->
                LOCK_NOT_AVAILABLE.equals(failed.getSQLState())
                        ? new CannotAcquireLockException(task, failed)
                        : others.translate(task, sql, failed);
    }
}
