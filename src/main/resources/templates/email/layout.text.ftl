<#-- Building blocks of every plain text: one column, the same order as the HTML, no rules of signs. -->
<#macro trip trip isOff=false>
<#local journey = trip.journey>
${t("mail.bookingCode")}: ${trip.code}
${journey.operatorName} · ${journey.busType}<#if journey.plate??> · ${t("mail.coach")} ${journey.plate}</#if>
${words.time(journey.boarding.at)} ${journey.boarding.name}
${words.day(journey.boarding.at)} · ${t("mail.address", journey.boarding.address)}
<#if !isOff>
${t("mail.map")}: ${journey.boarding.mapUrl}
</#if>
${words.time(journey.dropOff.at)} ${journey.dropOff.name}
${words.day(journey.dropOff.at)}<#if journey.daysLater() gt 0> ${t("mail.daysLater", journey.daysLater())}</#if> · ${words.duration(journey.duration())} · ${t("mail.address", journey.dropOff.address)}
<#if !isOff>
${t("mail.arriveBy")}: ${words.moment(journey.arriveBy)}
<#if words.isNight(journey.boarding.at)>
${t("mail.night", words.spokenDay(journey.boarding.at), words.spokenDayBefore(journey.boarding.at))}
</#if>
</#if>
<#list trip.travellers as traveller>
${t("mail.seat")} ${traveller.seat}: ${traveller.name}
</#list>
${t("mail.operatorHotline")}: ${journey.operatorHotline!t("mail.noHotline")}
</#macro>
<#macro rules trip>
<#list trip.rules as rule>
${rule}
</#list>
</#macro>
<#macro enclosed enclosed url>
<#if enclosed.names()?has_content>
${t("mail.attached", enclosed.names()?join(", "))}
</#if>
<#if !enclosed.isComplete()>
${t("mail.notAttached", t("mail.notAttached.where"))}: ${url}
</#if>
</#macro>
<#macro changes lines>
<#if lines?has_content>
${t("mail.changed")}
<#list lines as line>
${t("mail.changed." + line.part, line.whose)}: ${line.before} → ${line.after}
</#list>

</#if>
</#macro>
<#macro end about="booking">
<#if imprint.supportPhone?? && about != "report">${t((about == "account")?then("mail.help.account", "mail.help"), imprint.supportPhone)} </#if>${t("mail.neverAsk")}
<#if about == "reminder" && letter.unsubscribeUrl??>
${t("mail.why.reminder", t("mail.why.unsubscribe"))} ${letter.unsubscribeUrl}
<#elseif about == "report">
${t("mail.why.report", t("mail.why.noMoreReport"))} ${letter.unsubscribeUrl}
<#else>
${t("mail.why." + about)}
</#if>
BusTicket · ${imprint.website()}
</#macro>
