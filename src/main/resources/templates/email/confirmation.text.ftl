<#import "layout.text.ftl" as mail>
<#assign journey = letter.journey>
${t("mail.confirmation.heading")}
${t("mail.confirmation.greeting", letter.contactName, words.spokenDay(journey.boarding.at), words.time(journey.arriveBy), journey.minutesEarly())}

<@mail.trip journey/>

${t("mail.bookingCode")}: ${letter.bookingCode}
<#list letter.seats as seat>
${t("mail.seat")} ${seat.seat}: ${seat.passengerName}
</#list>

<#list letter.priceLines() as line>
${t("mail.confirmation.tickets", line.count, words.money(line.price))}: ${words.money(line.amount())}
</#list>
${t("mail.total")}: ${words.money(letter.total())}

${t("mail.seeBooking")}: ${letter.bookingUrl}
${t("mail.attached", letter.attachments?join(", "))}

<@mail.end/>
