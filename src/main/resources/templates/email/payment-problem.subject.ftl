${t("mail.problem." + letter.outcome + ".subject", letter.trip.code, words.money(letter.remaining))}
