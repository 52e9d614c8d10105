package vn.busticket.payments;

/**
 * A refund in the list of staff.
 *
 * @param transaction the transfer whose money it is
 * @param bankReference that transfer's number at the bank
 * @param approvals how many people agree at the moment
 * @param approvalsNeeded how many have to
 */
public record RefundRow(
        RefundView refund,
        BankTransactionId transaction,
        String bankReference,
        int approvals,
        int approvalsNeeded) {}
