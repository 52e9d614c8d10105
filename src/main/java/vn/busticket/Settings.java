package vn.busticket;

import static vn.busticket.Setting.optional;
import static vn.busticket.Setting.required;

import java.util.List;

/** Every name of the configuration, in the order of the README; the one list of them. */
final class Settings {

    private static final String PAYOS_PAGE = "my.payos.vn, your payment channel";
    private static final String PAYOUT_PAGE = "my.payos.vn, your payout channel; off without it";
    private static final String KEY_ADVICE = "make one with: openssl rand -base64 32";
    private static final String OLD_KEY_ADVICE = "the key before, while it is being replaced";
    private static final String TWILIO_PAGE = "console.twilio.com; no SMS without it";
    private static final String RELAY = "your mail server";

    static final List<Setting> ALL =
            List.of(
                    required("SPRING_DATASOURCE_URL", SettingForm.DATABASE, "your PostgreSQL"),
                    required("SPRING_DATASOURCE_USERNAME", SettingForm.TEXT, "your PostgreSQL"),
                    required("SPRING_DATASOURCE_PASSWORD", SettingForm.TEXT, "your PostgreSQL"),
                    optional("SERVER_PORT", SettingForm.PORT, "where BusTicket listens; 8080"),
                    optional(
                            "MANAGEMENT_SERVER_PORT",
                            SettingForm.PORT,
                            "where health and metrics are, never public; 9090"),
                    required(
                            "APP_BASE_URL",
                            SettingForm.PUBLIC_ADDRESS,
                            "the address people type, like https://busticket.vn"),
                    optional(
                            "TRUSTED_PROXIES",
                            SettingForm.NETWORKS,
                            "your load balancer's addresses, so that X-Forwarded-For is believed"),
                    optional(
                            "CATALOGUE_IMPORT_DIR",
                            SettingForm.FOLDER,
                            "a folder of CSV files with operators, schedules and fares"),
                    required("PAYOS_CLIENT_ID", SettingForm.TEXT, PAYOS_PAGE)
                            .alsoNamed("PAYOS_MERCHANT_ID"),
                    required("PAYOS_API_KEY", SettingForm.TEXT, PAYOS_PAGE),
                    required("PAYOS_CHECKSUM_KEY", SettingForm.TEXT, PAYOS_PAGE)
                            .alsoNamed("PAYOS_WEBHOOK_SECRET"),
                    optional("PAYOS_CHECKSUM_KEY_PREVIOUS", SettingForm.TEXT, OLD_KEY_ADVICE),
                    optional(
                            "PAYOS_BASE_URL",
                            SettingForm.HTTPS,
                            "only for a sandbox; https://api-merchant.payos.vn"),
                    optional("PAYOS_PAYOUT_CLIENT_ID", SettingForm.TEXT, PAYOUT_PAGE),
                    optional("PAYOS_PAYOUT_API_KEY", SettingForm.TEXT, PAYOUT_PAGE),
                    optional("PAYOS_PAYOUT_CHECKSUM_KEY", SettingForm.TEXT, PAYOUT_PAGE),
                    optional(
                            "REFUND_APPROVAL_LIMIT_VND",
                            SettingForm.AMOUNT,
                            "refunds of so much or more need two people; 2000000"),
                    required(
                            "EMAIL_FROM",
                            SettingForm.SENDER,
                            "a sender that your mail service has verified,"
                                    + " like noreply@busticket.vn"),
                    optional(
                            "SENDGRID_API_KEY",
                            SettingForm.TEXT,
                            "app.sendgrid.com, API keys, permission Mail Send"),
                    optional("AWS_SES_ACCESS_KEY", SettingForm.TEXT, "AWS SES, SMTP credentials"),
                    optional("AWS_SES_SECRET_KEY", SettingForm.TEXT, "AWS SES, SMTP credentials"),
                    optional("AWS_SES_REGION", SettingForm.TEXT, "AWS SES; ap-southeast-1"),
                    optional("SMTP_HOST", SettingForm.TEXT, RELAY),
                    optional("SMTP_PORT", SettingForm.PORT, RELAY + "; 587"),
                    optional("SMTP_USERNAME", SettingForm.TEXT, RELAY),
                    optional("SMTP_PASSWORD", SettingForm.TEXT, RELAY),
                    optional(
                            "SMTP_TLS",
                            SettingForm.oneOf("none", "starttls", "tls"),
                            RELAY + ": none, starttls or tls"),
                    optional(
                            "EMAIL_PER_SECOND",
                            SettingForm.COUNT,
                            "all nodes together; SES 14, others 100"),
                    optional(
                            "EMAIL_BOUNCE_ADDRESS",
                            SettingForm.TEXT,
                            "where returned mail goes to, if not EMAIL_FROM"),
                    optional(
                            "BOUNCE_IMAP_URL",
                            SettingForm.MAILBOX_ADDRESS,
                            "the mailbox that returned mail goes to"),
                    optional("TWILIO_ACCOUNT_SID", SettingForm.TEXT, TWILIO_PAGE),
                    optional("TWILIO_AUTH_TOKEN", SettingForm.TEXT, TWILIO_PAGE),
                    optional("TWILIO_PHONE_NUMBER", SettingForm.INTERNATIONAL_PHONE, TWILIO_PAGE),
                    optional("TWILIO_BASE_URL", SettingForm.HTTPS, "only for a sandbox"),
                    optional("SMS_PER_SECOND", SettingForm.COUNT, "all nodes together; 10"),
                    optional(
                            "ADMIN_EMAIL",
                            SettingForm.EMAIL,
                            "the first administrator; read until there is one"),
                    optional(
                            "ADMIN_PASSWORD",
                            SettingForm.atLeast(10),
                            "the first administrator's password; change it after the first sign-in"),
                    optional("SUPPORT_PHONE", SettingForm.PHONE, "your hotline, shown to people"),
                    optional(
                            "STAFF_ALERT_EMAIL",
                            SettingForm.EMAIL,
                            "the mailbox that your staff read"),
                    required("TICKET_SIGNING_KEY", SettingForm.KEY, KEY_ADVICE),
                    optional("TICKET_SIGNING_KEY_PREVIOUS", SettingForm.KEY, OLD_KEY_ADVICE),
                    required("LINK_SECRET", SettingForm.KEY, KEY_ADVICE),
                    optional("LINK_SECRET_PREVIOUS", SettingForm.KEY, OLD_KEY_ADVICE),
                    required("DATA_ENCRYPTION_KEY", SettingForm.KEY, KEY_ADVICE),
                    optional("DATA_ENCRYPTION_KEY_PREVIOUS", SettingForm.KEY, OLD_KEY_ADVICE),
                    optional("BOOKING_PAYMENT_MINUTES", SettingForm.TIME, "time to pay; 15"),
                    optional("SEAT_HOLD_MINUTES", SettingForm.TIME, "time to fill in; 10"),
                    optional(
                            "SEAT_GRACE_SECONDS",
                            SettingForm.TIME,
                            "seats are kept so much longer than one may pay; 90"),
                    optional("REMINDER_HOURS", SettingForm.TIME, "before departure; 24"),
                    optional(
                            "REMINDER_GRACE_MINUTES",
                            SettingForm.TIME,
                            "no reminder so soon after buying; 120"),
                    optional(
                            "PAYMENT_RATE_PER_MINUTE",
                            SettingForm.COUNT,
                            "payments a visitor may start in a minute; 10"),
                    optional(
                            "WEBHOOK_RATE_PER_MINUTE",
                            SettingForm.COUNT,
                            "unverified webhooks an address may send in a minute; 60"));

    private Settings() {}
}
