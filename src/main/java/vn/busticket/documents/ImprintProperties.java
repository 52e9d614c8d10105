package vn.busticket.documents;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where passengers find this installation and whom they call.
 *
 * @param baseUrl APP_BASE_URL
 * @param supportPhone SUPPORT_PHONE, may be empty
 */
@ConfigurationProperties("busticket")
record ImprintProperties(URI baseUrl, @DefaultValue("") String supportPhone) {

    Imprint imprint() {
        return new Imprint(baseUrl, supportPhone.isBlank() ? null : supportPhone);
    }
}
