${t("mail.expiry.subject", letter.trip.code)}
