${t("mail.giveUps.what", failed?size)}

<#list failed as one>
#${one.id} ${t("desk.message.kind." + one.kind)} (${one.channel}): ${one.reason}
</#list>

${t("mail.giveUps.where")}: ${link}
