<#import "layout.text.ftl" as mail>
${t("mail.change.heading")}
${t("mail.change.what", letter.trip.contactName)}

<@mail.changes letter.lines/>
<@mail.trip letter.trip/>

${t("mail.seeBooking")}: ${letter.trip.url}
<#if letter.paidMore.isPositive()>
${t("mail.change.paidMore")}: ${words.money(letter.paidMore)}
</#if>
<#if letter.givenBack.isPositive()>
${t("mail.change.givenBack")}: ${words.money(letter.givenBack)}
</#if>

<@mail.rules letter.trip/>
<@mail.enclosed letter.enclosed letter.trip.url/>

<@mail.end/>
