package vn.busticket.backoffice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.busticket.payments.PaymentSearch;
import vn.busticket.payments.TransactionFilter;
import vn.busticket.payments.TransferDeskQueries;
import vn.busticket.ui.Tone;

/** How many things wait for staff, by the place where they are dealt with. */
@Component
class DeskCounts {

    private final TransferDeskQueries transfers;

    DeskCounts(TransferDeskQueries transfers) {
        this.transfers = transfers;
    }

    Map<StaffPlace, Integer> now() {
        var counts = new EnumMap<StaffPlace, Integer>(StaffPlace.class);
        counts.put(StaffPlace.PAYMENTS, unallocated());
        return counts;
    }

    /** What waits, the most urgent first; nothing that waits not at all. */
    List<Task> tasks() {
        return Stream.of(
                        new Task(
                                "UNALLOCATED",
                                Tone.BAD,
                                unallocated(),
                                MoneyAddresses.TRANSFERS + "?show=unallocated"),
                        new Task(
                                "UNSETTLED",
                                Tone.WARN,
                                transfers.countTransfers(
                                        PaymentSearch.ALL, TransactionFilter.UNSETTLED),
                                MoneyAddresses.TRANSFERS + "?show=unsettled"))
                .filter(task -> task.count() > 0)
                .toList();
    }

    Map<PaymentTab, Integer> byTab() {
        return Map.of(PaymentTab.TRANSFERS, unallocated());
    }

    /** Transfers with money that nobody has allocated or returned. */
    int unallocated() {
        return transfers.countTransfers(PaymentSearch.ALL, TransactionFilter.UNALLOCATED);
    }
}
