package vn.busticket.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How passengers reach people.
 *
 * @param supportPhone the hotline as it is shown; without one the screens name none
 */
@ConfigurationProperties("busticket")
public record SupportProperties(@Nullable String supportPhone) {

    /** The number as a telephone dials it. */
    String dialled() {
        return supportPhone == null ? "" : supportPhone.replaceAll("[^+0-9]", "");
    }

    /** True if people can be called. */
    public boolean hasPhone() {
        return supportPhone != null && !supportPhone.isBlank();
    }
}
