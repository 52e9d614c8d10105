${t("mail.expiry.subject", letter.bookingCode)}
