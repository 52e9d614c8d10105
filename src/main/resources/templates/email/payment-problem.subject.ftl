${t("mail.problem." + letter.outcome + ".subject", letter.bookingCode, words.money(letter.remaining))}
