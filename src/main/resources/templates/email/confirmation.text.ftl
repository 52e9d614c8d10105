<#import "layout.text.ftl" as mail>
<#assign journey = letter.trip.journey>
${t("mail.confirmation.heading")}
${t("mail.confirmation.greeting", letter.trip.contactName, words.spokenDay(journey.boarding.at), words.time(journey.arriveBy), journey.minutesEarly())}

<@mail.trip letter.trip/>

${t("mail.seeBooking")}: ${letter.trip.url}

<#list letter.priceLines() as line>
${t("mail.confirmation.tickets", line.count, words.money(line.price))}: ${words.money(line.amount())}
</#list>
${t("mail.total")}: ${words.money(letter.total())}

<@mail.rules letter.trip/>
<@mail.enclosed letter.enclosed letter.trip.url/>

<@mail.end/>
