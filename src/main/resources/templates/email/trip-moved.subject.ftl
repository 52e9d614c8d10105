<#assign journey = letter.trip.journey>
${t("mail.moved." + letter.move() + ".subject", journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at))}
