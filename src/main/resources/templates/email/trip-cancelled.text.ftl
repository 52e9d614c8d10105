<#import "layout.text.ftl" as mail>
<#assign journey = letter.trip.journey, isRefunded = letter.refunded.isPositive(), key = "mail." + letter.words() + ".">
${t(key + "heading")}
${t(key + "what", journey.operatorName, words.moment(journey.boarding.at))}
<#if isRefunded>
${t("mail.off." + letter.needsAccount?then("account", "refunded"), words.money(letter.refunded))}
<#else>
${t("mail.off.money" + letter.isPaid()?then("", ".unpaid"))}
</#if>
<#if letter.isPaid()>
${t("mail.cancellation.void")}
</#if>

<@mail.trip letter.trip true/>

${t("mail.off.search")}: ${letter.searchUrl}
${isRefunded?then(t("mail.seeRefund"), t("mail.seeBooking"))}: ${letter.trip.url}

<@mail.end/>
