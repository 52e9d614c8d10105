${t("mail.report.subject", letter.title, letter.period, letter.leading().value)}
