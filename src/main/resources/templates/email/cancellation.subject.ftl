<#if letter.isPart()>
${t("mail.cancellation.subject.part", letter.trip.code, letter.trip.seats()?join(", "))}
<#elseif letter.refunded.isPositive()>
${t("mail.cancellation.subject.refunded", letter.trip.code, words.money(letter.refunded))}
<#else>
${t("mail.cancellation.subject", letter.trip.code)}
</#if>
