<#if letter.refunded.isPositive()>
${t("mail.cancellation.subject.refunded", letter.trip.code, words.money(letter.refunded))}
<#else>
${t("mail.cancellation.subject", letter.trip.code)}
</#if>
