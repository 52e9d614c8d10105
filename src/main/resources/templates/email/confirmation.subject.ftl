<#assign journey = letter.journey>
${t("mail.confirmation.subject", journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at))}
