<#import "layout.text.ftl" as mail>
<#assign journey = letter.trip.journey, isRefunded = letter.refunded.isPositive()>
${t("mail.off.heading")}
${t("mail.off.what", journey.operatorName, words.moment(journey.boarding.at))}
<#if isRefunded>
${t("mail.off." + letter.needsAccount?then("account", "refunded"), words.money(letter.refunded))}
<#else>
${t("mail.off.money")}
</#if>
${t("mail.cancellation.void")}

<@mail.trip letter.trip true/>

${t("mail.off.search")}: ${letter.searchUrl}
${isRefunded?then(t("mail.seeRefund"), t("mail.seeBooking"))}: ${letter.trip.url}

<@mail.end/>
