${t("mail.account." + letter.matter + ".subject")}
