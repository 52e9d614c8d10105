<#assign journey = letter.trip.journey>
${t("mail.change.subject", letter.trip.code, journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at))}
