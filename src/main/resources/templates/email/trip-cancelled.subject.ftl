<#assign journey = letter.trip.journey, key = "mail." + letter.words() + ".">
<#if letter.refunded.isPositive()>
${t(key + "subject.refunded", journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at), words.money(letter.refunded))}
<#else>
${t(key + "subject", journey.from, journey.to, words.shortDay(journey.boarding.at), words.time(journey.boarding.at))}
</#if>
