<#if letter.refunded.isPositive()>
${t("mail.cancellation.subject.refunded", letter.bookingCode, words.money(letter.refunded))}
<#else>
${t("mail.cancellation.subject", letter.bookingCode)}
</#if>
