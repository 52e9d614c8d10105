<#import "layout.text.ftl" as mail>
<#assign key = "mail.account." + letter.matter + ".">
${t(key + "heading")}
${t(key + "what", letter.name)}

${t(key + "button")}: ${letter.link}
<#if letter.linkExpires??>
${t("mail.account.until", words.moment(letter.linkExpires))}
</#if>

${t(key + "notYou")}

<@mail.end "account"/>
