<#assign journey = letter.trip.journey>
<#if letter.refunded.isPositive()>
${t("mail.off.subject.refunded", journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at), words.money(letter.refunded))}
<#else>
${t("mail.off.subject", journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at))}
</#if>
