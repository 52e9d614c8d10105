<#import "layout.text.ftl" as mail>
<#assign journey = letter.trip.journey, key = "mail.refund." + letter.stage + ".">
${t(key + "heading", words.money(letter.amount))}
<#if letter.paidAt??>
${t(key + "what", words.moment(letter.paidAt))}
<#else>
${t(key + "what", words.money(letter.amount))}
</#if>

${t("mail.bookingCode")}: ${letter.trip.code}
${t("mail.refund.trip")}: ${journey.from} → ${journey.to}, ${words.moment(journey.boarding.at)}
${t("mail.refund.reason")}: ${t("refund.reason." + letter.reason)}
<#if letter.account??>
${t("mail.refund.account")}: ${letter.account}
</#if>
<#if letter.reference??>
${t("mail.refund.reference")}: ${letter.reference}
</#if>
${t("mail.refund.amount." + letter.stage)}: ${words.money(letter.amount)}

${t(key + "button")}: ${letter.refundUrl}
<#if letter.paidAt?? && imprint.supportPhone??>
${t("mail.refund.notThere", imprint.supportPhone)}
</#if>

<@mail.end/>
