package vn.busticket.backoffice;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import vn.busticket.accounts.AccountId;
import vn.busticket.shared.PhoneNumber;
import vn.busticket.trips.TripCrew;
import vn.busticket.trips.TripId;
import vn.busticket.ui.Look;

/** Says which coach runs a trip and who drives it; each field may stay empty. */
final class CrewDialog {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLATE = 20;

    private final ManifestDesk desk;
    private final AccountId me;
    private final TripId trip;
    private final TextField plate = field("manifest.crew.plate", LONGEST_PLATE);
    private final TextField driver = field("manifest.crew.driver", LONGEST_NAME);
    private final TextField phone = field("manifest.crew.phone", LONGEST_PLATE);

    CrewDialog(ManifestDesk desk, AccountId me, TripId trip) {
        this.desk = desk;
        this.me = me;
        this.trip = trip;
        var known = desk.manifest(me, trip).crew();
        plate.setValue(known.plate().orElse(""));
        driver.setValue(known.driverName().orElse(""));
        phone.setValue(known.driverPhone().map(PhoneNumber::spoken).orElse(""));
        plate.setErrorMessage(words("manifest.crew.plate.wrong"));
        phone.setErrorMessage(words("accounts.phone.wrong"));
    }

    void open() {
        new DecisionDialog(words("manifest.crew"), words("manifest.crew.what"))
                .with(plate)
                .with(driver)
                .with(phone)
                .checking(this::isRight)
                .offer(
                        Look.PRIMARY,
                        words("manifest.crew.save"),
                        () -> desk.assign(me, trip, typed()),
                        () -> DecisionDialog.tell(words("manifest.crew.saved")));
    }

    private boolean isRight() {
        plate.setInvalid(!plate.getValue().isBlank() && !TripCrew.isPlate(plate.getValue()));
        phone.setInvalid(
                !phone.getValue().isBlank() && PhoneNumber.parse(phone.getValue()).isEmpty());
        return !plate.isInvalid() && !phone.isInvalid();
    }

    private TripCrew typed() {
        return new TripCrew(
                Optional.of(plate.getValue()),
                Optional.of(driver.getValue()),
                PhoneNumber.parse(phone.getValue()));
    }

    private static TextField field(String key, int longest) {
        var field = new TextField(words(key));
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    private static String words(String key) {
        return I18NProvider.translate(key);
    }
}
