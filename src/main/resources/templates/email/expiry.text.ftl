<#import "layout.text.ftl" as mail>
${t("mail.expiry.heading")}
${t("mail.expiry.what", words.moment(letter.deadline), letter.trip.seats()?join(", "))}
${t("mail.expiry.alreadyPaid", t("mail.expiry.ifPaid"))}

<@mail.trip letter.trip true/>

${t("mail.expiry.chooseAgain")}: ${letter.searchUrl}

<@mail.end/>
