<#import "layout.text.ftl" as mail>
<#assign journey = letter.trip.journey, key = "mail.moved." + letter.move() + ".">
${t(key + "heading", words.time(journey.boarding.at), words.spokenDay(journey.boarding.at))}
${t(key + "what", journey.operatorName)} ${t("mail.moved.beThere", words.moment(journey.arriveBy), journey.boarding.name)}

<@mail.changes letter.lines/>
<@mail.trip letter.trip/>

${t("mail.seeBooking")}: ${letter.trip.url}
${t("mail.moved.otherwise" + letter.isFreeToLeave()?then(".free", ""))}
<@mail.rules letter.trip/>
<@mail.enclosed letter.enclosed letter.trip.url/>

<@mail.end/>
