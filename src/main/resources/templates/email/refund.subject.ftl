${t("mail.refund.subject." + letter.stage, words.money(letter.amount), letter.trip.code)}
