<#-- Building blocks of every plain text: one column, the same order as the HTML, no rules of signs. -->
<#macro trip journey>
${journey.operatorName} · ${journey.busType}<#if journey.plate??> · ${t("mail.coach")} ${journey.plate}</#if>
${words.time(journey.boarding.at)} ${journey.boarding.name}
${words.day(journey.boarding.at)} · ${t("mail.address", journey.boarding.address)}
${words.time(journey.dropOff.at)} ${journey.dropOff.name}
${words.day(journey.dropOff.at)}<#if journey.daysLater() gt 0> ${t("mail.daysLater", journey.daysLater())}</#if> · ${words.duration(journey.duration())}
</#macro>
<#macro end>
<#if imprint.supportPhone??>${t("mail.help", imprint.supportPhone)} </#if>${t("mail.neverAsk")}
${t("mail.why")}
BusTicket · ${imprint.website}
</#macro>
