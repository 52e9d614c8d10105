<#import "layout.text.ftl" as mail>
${t("mail.report.heading", letter.title, letter.period)}
${letter.scope}

<#list letter.figures as figure>
${figure.label}: ${figure.value}<#if figure.detail?has_content> (${figure.detail})</#if>
</#list>
<#if letter.rows?has_content>

${letter.best}
<#list letter.rows as row>
${row.name}: ${row.value}
</#list>
</#if>

${t("mail.report.open")}: ${letter.url}
<#if letter.enclosed.names()?has_content>
${t("mail.attached", letter.enclosed.names()?join(", "))}
</#if>
<#if !letter.enclosed.isComplete()>
${t("mail.report.notAttached", t("mail.report.notAttached.where"))}
</#if>

<@mail.end "report"/>
