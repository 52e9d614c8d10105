${t("mail.giveUps.subject", failed?size)}
