<#import "layout.text.ftl" as mail>
<#assign key = "mail.problem." + letter.outcome + ".", isOff = !letter.isGood() && letter.outcome != "PART_PAID">
${t(key + "heading", words.money(letter.remaining))}
${t(key + "what", words.money(letter.received), words.money(letter.remaining), words.moment(letter.payUntil), letter.trip.seats()?join(", "), letter.seatsBefore?join(", "))}

<@mail.trip letter.trip isOff/>

${t(key + "button", words.money(letter.remaining))}: ${letter.trip.url}
<#if letter.isGood()>
<@mail.rules letter.trip/>
</#if>

<@mail.end/>
