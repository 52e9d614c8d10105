<#import "layout.text.ftl" as mail>
<#assign receipt = letter.receipt, journey = letter.receipt.journey>
${t("mail.receipt.heading", words.money(receipt.received()))}
${t("mail.receipt.thanks", receipt.payerName, words.moment(receipt.paidAt()))}

<#list receipt.lines as line>
${t("mail.receipt.ticket", line.seat, journey.from, journey.to)}: ${words.money(line.price)}
</#list>
${t("mail.total")}: ${words.money(receipt.total())}

<#list receipt.payments as payment>
<#if receipt.payments?size gt 1>
${t("mail.receipt.amount")}: ${words.money(payment.amount)}
</#if>
${t("mail.receipt.method")}: ${t("mail.receipt.methodVietQr")}
<#if payment.payer??>
${t("mail.receipt.account")}: ${payment.payer}
</#if>
${t("mail.receipt.orderCode")}: ${payment.orderCode}
${t("mail.receipt.bankReference")}: ${payment.bankReference}
</#list>

<@mail.trip letter.trip/>

${t("mail.seeBooking")}: ${letter.trip.url}
${t("mail.receipt.noInvoice")}
<@mail.rules letter.trip/>
<@mail.enclosed letter.enclosed letter.trip.url/>

<@mail.end/>
