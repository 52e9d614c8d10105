<#import "layout.text.ftl" as mail>
<#assign key = "mail.problem." + letter.outcome + ".">
${t(key + "heading", words.money(letter.remaining))}
${t(key + "what", words.money(letter.received), words.money(letter.remaining), words.moment(letter.payUntil), letter.seats?join(", "), letter.seatsBefore?join(", "))}

<@mail.trip letter.journey/>

${t("mail.bookingCode")}: ${letter.bookingCode}
${t(key + "button", words.money(letter.remaining))}: ${letter.bookingUrl}

<@mail.end/>
