package vn.busticket.backoffice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.busticket.trips.Catalogue;
import vn.busticket.trips.Occasion;
import vn.busticket.trips.Operator;
import vn.busticket.trips.PolicyDesk;
import vn.busticket.trips.PolicyEntry;
import vn.busticket.trips.PolicyScope;
import vn.busticket.trips.PolicyTerms;

/** All that the page of policies asks of the rooms below. */
@Component
class PolicyWork {

    private final PolicyDesk desk;
    private final Catalogue catalogue;
    private final StaffNames staff;

    PolicyWork(PolicyDesk desk, Catalogue catalogue, StaffNames staff) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.staff = staff;
    }

    /** All companies, by name. */
    List<Operator> companies() {
        return catalogue.operators().stream().sorted(Comparator.comparing(Operator::name)).toList();
    }

    /** The company of that code, or the first by name. */
    Optional<Operator> company(String code) {
        return companies().stream()
                .filter(company -> company.code().equals(code))
                .findFirst()
                .or(() -> companies().stream().findFirst());
    }

    List<PolicyEntry> of(Operator company) {
        return desk.of(company.code());
    }

    Map<String, Occasion> holidays() {
        return desk.holidays();
    }

    List<String> seatClasses() {
        return desk.seatClasses();
    }

    void add(PolicyScope scope, PolicyTerms terms, String reason) {
        desk.add(staff.me(), scope, terms, reason);
    }

    void change(PolicyEntry entry, PolicyTerms terms, String reason) {
        desk.change(staff.me(), entry, terms, reason);
    }

    void remove(PolicyEntry entry, String reason) {
        desk.remove(staff.me(), entry, reason);
    }
}
