package vn.busticket.storefront;

import com.vaadin.flow.i18n.I18NProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.busticket.shared.BusinessRuleViolation;
import vn.busticket.ui.Banner;
import vn.busticket.ui.NoticeArea;
import vn.busticket.ui.Tone;

/** Tells at the top of a screen that a payment could not be started, and what is safe. */
final class PaymentTrouble {

    private static final Logger log = LoggerFactory.getLogger(PaymentTrouble.class);

    private PaymentTrouble() {}

    static void tell(RuntimeException thrown) {
        NoticeArea.current().ifPresent(area -> area.show(banner(thrown)));
    }

    private static Banner banner(RuntimeException thrown) {
        if (thrown instanceof BusinessRuleViolation refused) {
            return new Banner(
                    Tone.WARN,
                    I18NProvider.translate(refused.messageKey(), refused.arguments()),
                    "");
        }
        log.error("payment not started", thrown);
        return new Banner(
                Tone.BAD,
                I18NProvider.translate("payment.trouble.headline"),
                I18NProvider.translate("payment.trouble.explanation"));
    }
}
