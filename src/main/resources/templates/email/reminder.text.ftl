<#import "layout.text.ftl" as mail>
<#assign journey = letter.trip.journey>
${t("mail.reminder.heading", journey.to)}
${t("mail.reminder.what", letter.trip.contactName, words.moment(journey.arriveBy), journey.boarding.name, journey.minutesEarly())}

<@mail.trip letter.trip/>

${t("mail.openTicket")}: ${letter.trip.url}
${t("mail.reminder.bring")}
<@mail.rules letter.trip/>

<@mail.end "reminder"/>
