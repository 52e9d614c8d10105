${t("mail.receipt.subject", words.money(letter.receipt.received()), letter.trip.code)}
