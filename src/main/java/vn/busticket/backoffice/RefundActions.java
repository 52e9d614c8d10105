package vn.busticket.backoffice;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import vn.busticket.payments.RefundDetails;
import vn.busticket.payments.RefundId;
import vn.busticket.payments.RefundState;
import vn.busticket.ui.ActionButton;
import vn.busticket.ui.CopyButton;
import vn.busticket.ui.Facts;
import vn.busticket.ui.Formats;
import vn.busticket.ui.Look;
import vn.busticket.ui.Markup;

/** What a member of staff can do about a refund where it stands; each deed asks once more. */
final class RefundActions extends Div {

    private final RefundWork desk;
    private final RefundDetails details;
    private final RefundId id;
    private final String amount;

    RefundActions(RefundWork desk, RefundDetails details) {
        this.desk = desk;
        this.details = details;
        var refund = details.row().refund();
        id = refund.id();
        amount = Formats.current().money(refund.amount());
        addClassName("desk-dock");
        switch (refund.state()) {
            case NEEDS_ACCOUNT -> {
                offer(Look.PRIMARY, "desk.refund.giveAccount", this::giveAccount);
                add(approval(Look.PLAIN));
                offer(Look.PLAIN, "desk.refund.byHand", this::byHand);
            }
            case NEEDS_APPROVAL -> {
                add(approval(Look.PRIMARY));
                otherWays();
            }
            case APPROVED -> otherWays();
            case FAILED -> {
                offer(Look.PRIMARY, "desk.refund.retry", this::retry);
                otherWays();
            }
            case REQUESTED, PROCESSING, UNKNOWN -> {
                setVisible(refund.isOverdue());
                offer(Look.PRIMARY, "desk.refund.saidPaid", this::saidPaid);
                add(saidUnpaidButton());
            }
            case REFUNDED -> setVisible(false);
        }
    }

    private void otherWays() {
        offer(Look.PLAIN, "desk.refund.byHand", this::byHand);
        offer(Look.PLAIN, "desk.refund.changeAccount", this::giveAccount);
        offer(Look.PLAIN, "desk.refund.askAccount", this::askAccount);
    }

    private void offer(Look look, String key, Command action) {
        add(new ActionButton(look, getTranslation(key), action));
    }

    private ActionButton approval(Look look) {
        var button =
                new ActionButton(
                        look, getTranslation("desk.refund.approve", amount), this::approve);
        if (hasAgreed()) {
            button.refuse(getTranslation("desk.refund.approve.notTwice"));
        }
        return button;
    }

    private boolean hasAgreed() {
        var me = desk.staff().me();
        return details.approvals().stream().anyMatch(approval -> approval.by().equals(me));
    }

    private boolean isLastAgreement() {
        return details.approvals().size() + 1 >= details.row().approvalsNeeded();
    }

    private void approve() {
        var what =
                details.row().refund().state() == RefundState.NEEDS_ACCOUNT
                        ? "desk.refund.approve.byHand"
                        : isLastAgreement()
                                ? "desk.refund.approve.sends"
                                : "desk.refund.approve.first";
        new DecisionDialog(
                        getTranslation("desk.refund.approve", amount), getTranslation(what, amount))
                .offer(
                        Look.PRIMARY,
                        getTranslation("desk.refund.approve.do", amount),
                        () -> desk.approve(id),
                        () -> done("desk.refund.approve.done"));
    }

    private void retry() {
        new DecisionDialog(
                        getTranslation("desk.refund.retry"),
                        getTranslation("desk.refund.retry.what", amount))
                .offer(
                        Look.PRIMARY,
                        getTranslation("desk.refund.retry"),
                        () -> desk.retry(id),
                        () -> done("desk.refund.retry.done"));
    }

    private void askAccount() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.refund.askAccount"),
                        getTranslation("desk.refund.askAccount.what"));
        var reason = dialog.reason(getTranslation("desk.reason"));
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.refund.askAccount"),
                () -> desk.askForAccount(id, reason.getValue().strip()),
                () -> done("desk.refund.askAccount.done"));
    }

    private void giveAccount() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.refund.giveAccount"),
                        getTranslation("desk.refund.giveAccount.what"));
        var fields = new AccountFields(desk.banks());
        dialog.with(fields)
                .checking(fields::isComplete)
                .offer(
                        Look.PRIMARY,
                        getTranslation("desk.refund.giveAccount.do"),
                        () -> desk.changeAccount(id, fields.account()),
                        () -> done("desk.refund.giveAccount.done"));
    }

    private void byHand() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.refund.byHand"),
                        getTranslation("desk.refund.byHand.what", amount));
        if (details.row().refund().account() != null) {
            dialog.with(whereTo());
        }
        var reference = bankReference(dialog);
        var note = new TextArea(getTranslation("desk.note.optional"));
        dialog.with(note)
                .offer(
                        Look.PRIMARY,
                        getTranslation("desk.refund.byHand.do", amount),
                        () -> desk.markTransferred(id, reference.getValue(), note.getValue()),
                        () -> done("desk.refund.byHand.done"));
    }

    private void saidPaid() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.refund.saidPaid"),
                        getTranslation("desk.refund.saidPaid.what", amount));
        var reference = bankReference(dialog);
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.refund.saidPaid.do", amount),
                () -> desk.saidPaid(id, reference.getValue()),
                () -> done("desk.refund.saidPaid.done"));
    }

    private ActionButton saidUnpaidButton() {
        var button =
                new ActionButton(
                        Look.PLAIN, getTranslation("desk.refund.saidUnpaid"), this::saidUnpaid);
        var me = desk.staff().me();
        if (details.unpaidWords().stream().anyMatch(word -> word.by().equals(me))) {
            button.refuse(getTranslation("desk.refund.saidUnpaid.notTwice"));
        }
        return button;
    }

    private void saidUnpaid() {
        var dialog =
                new DecisionDialog(
                        getTranslation("desk.refund.saidUnpaid"),
                        getTranslation("desk.refund.saidUnpaid.what", amount));
        var proof = dialog.reason(getTranslation("desk.refund.saidUnpaid.proof"));
        var isLast = !details.unpaidWords().isEmpty();
        dialog.offer(
                Look.PRIMARY,
                getTranslation("desk.refund.saidUnpaid.do"),
                () -> desk.saidUnpaid(id, proof.getValue()),
                () ->
                        done(
                                isLast
                                        ? "desk.refund.saidUnpaid.closed"
                                        : "desk.refund.saidUnpaid.first"));
    }

    /** Adds the bank's number of a transfer, which has to be filled in. */
    private TextField bankReference(DecisionDialog dialog) {
        var reference = new TextField(getTranslation("desk.refund.byHand.reference"));
        reference.setManualValidation(true);
        reference.setMaxLength(60);
        reference.setErrorMessage(getTranslation("desk.refund.byHand.missing"));
        dialog.with(reference)
                .checking(() -> {
                    var isMissing = reference.getValue().isBlank();
                    reference.setInvalid(isMissing);
                    return !isMissing;
                });
        return reference;
    }

    /** The whole account is shown only on request, because looking at it is written down. */
    private Div whereTo() {
        var place = Markup.div("desk-stack");
        place.add(
                new ActionButton(
                        Look.PLAIN,
                        getTranslation("desk.refund.showAccount"),
                        () -> {
                            var account = desk.accountToPay(id);
                            place.removeAll();
                            var number = Markup.span("num", account.number());
                            var facts =
                                    new Facts()
                                            .with(
                                                    getTranslation("desk.bank"),
                                                    bankName(account.bankBin()))
                                            .with(
                                                    getTranslation("desk.accountNumber"),
                                                    Markup.div(
                                                            "desk-copy",
                                                            number,
                                                            new CopyButton(
                                                                    getTranslation(
                                                                            "payment.account.copied"),
                                                                    account.number())))
                                            .with(
                                                    getTranslation("desk.accountHolder"),
                                                    account.holder());
                            facts.addClassName("desk-facts");
                            place.add(facts);
                        }));
        return place;
    }

    private String bankName(String bin) {
        return desk.banks().stream()
                .filter(bank -> bank.bin().equals(bin))
                .map(bank -> bank.name())
                .findFirst()
                .orElse(bin);
    }

    private void done(String key) {
        DecisionDialog.done(getTranslation(key));
    }
}
