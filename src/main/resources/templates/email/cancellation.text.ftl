<#import "layout.text.ftl" as mail>
${t("mail.cancellation.heading" + letter.isPart()?then(".part", ""))}
<#if letter.refunded.isPositive()>
${t("mail.cancellation." + letter.needsAccount?then("account", "refunded"), words.money(letter.refunded))}
<#else>
${t(letter.paid.isPositive()?then("mail.cancellation.allKept", "mail.cancellation.nothingPaid"))}
</#if>
${t("mail.cancellation.void")}
<#if letter.isPart()>
${t("mail.cancellation.part.who", letter.who())}
${t("mail.cancellation.part.staying", letter.whoStays())}
</#if>

<@mail.trip letter.trip true/>

<#if letter.paid.isPositive()>
${t("mail.cancellation.paid", letter.trip.travellers?size)}: ${words.money(letter.paid)}
<#if letter.fee().isPositive()>
${t("mail.cancellation.fee")}: −${words.money(letter.fee())}
</#if>
${t("mail.cancellation.back")}: ${words.money(letter.refunded)}
</#if>

${t("mail.seeBooking")}: ${letter.trip.url}
${letter.byPassenger?then(t("mail.cancellation.byYou", words.moment(letter.at)), t("mail.cancellation.byStaff", words.moment(letter.at)))}<#if imprint.supportPhone??> ${t("mail.cancellation.notYou", imprint.supportPhone)}</#if>

<@mail.end/>
