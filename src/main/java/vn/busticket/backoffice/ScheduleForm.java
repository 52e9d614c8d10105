package vn.busticket.backoffice;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.busticket.analytics.Cadence;
import vn.busticket.analytics.ExportFormat;
import vn.busticket.analytics.RelativePeriod;
import vn.busticket.analytics.ReportPlan;
import vn.busticket.analytics.ReportRequest;
import vn.busticket.analytics.ScheduledReports;
import vn.busticket.backoffice.ReportDesk.Colleague;
import vn.busticket.shared.EmailAddress;
import vn.busticket.shared.Language;
import vn.busticket.ui.ChoiceField;
import vn.busticket.ui.Markup;

/** What is to be filled in before a report is sent by itself. */
final class ScheduleForm extends Div {

    private static final int USUAL_HOUR = 7;
    private static final int HOURS = 24;
    private static final int LONGEST_LIST = 2_000;

    private final ReportRequest shown;
    private final ChoiceField<Cadence> cadence;
    private final ChoiceField<Integer> hour;
    private final ChoiceField<RelativePeriod> period;
    private final ChoiceField<Language> language;
    private final Checkbox pdf = new Checkbox(getTranslation("report.schedule.pdf"), true);
    private final Checkbox xlsx = new Checkbox(getTranslation("report.schedule.xlsx"), false);
    private final TextArea recipients = new TextArea(getTranslation("report.schedule.recipients"));

    /**
     * @param shown what the screen shows: filter, comparison and order go along
     */
    ScheduleForm(ReportDesk desk, ReportRequest shown) {
        this.shown = shown;
        addClassName("schedule-form");
        cadence = choice("cadence", List.of(Cadence.values()), Cadence.WEEKLY);
        hour =
                new ChoiceField<>(
                        getTranslation("report.schedule.hour"),
                        IntStream.range(0, HOURS).boxed().toList(),
                        "%02d:00"::formatted,
                        USUAL_HOUR);
        period = choice("period", List.of(RelativePeriod.values()), RelativePeriod.LAST_WEEK);
        language = choice("language", List.of(Language.values()), shown.language());
        cadence.onChoice(chosen -> period.pick(usual(chosen)));
        recipients.setValue(desk.myEmail());
        recipients.setMaxLength(LONGEST_LIST);
        recipients.setMinRows(2);
        recipients.setManualValidation(true);
        recipients.setHelperText(
                getTranslation("report.schedule.recipients.how", ScheduledReports.MOST_RECIPIENTS));
        recipients.addValueChangeListener(changed -> recipients.setInvalid(false));
        add(
                new Paragraph(getTranslation("report.schedule.filter")),
                Markup.div("schedule-choices", cadence, hour, period, language),
                recipients,
                colleagues(desk.colleagues()),
                Markup.div("schedule-files", pdf, xlsx));
    }

    /** True if every line is an address; shows which is not. */
    boolean isComplete() {
        var wrong = lines().filter(line -> EmailAddress.parse(line).isEmpty()).findFirst();
        if (wrong.isPresent() || lines().findAny().isEmpty()) {
            recipients.setErrorMessage(
                    wrong.map(line -> getTranslation("report.schedule.recipients.wrong", line))
                            .orElseGet(() -> getTranslation("report.refused.noRecipient")));
            recipients.setInvalid(true);
            recipients.focus();
            return false;
        }
        return true;
    }

    ReportPlan plan() {
        var formats = EnumSet.noneOf(ExportFormat.class);
        if (pdf.getValue()) {
            formats.add(ExportFormat.PDF);
        }
        if (xlsx.getValue()) {
            formats.add(ExportFormat.XLSX);
        }
        return new ReportPlan(
                shown.kind(),
                cadence.value(),
                hour.value(),
                period.value(),
                shown.filter().grain(),
                shown.filter().comparison(),
                shown.filter().chosen(),
                shown.order(),
                language.value(),
                formats,
                lines().map(EmailAddress::parse).flatMap(Optional::stream).toList());
    }

    private Stream<String> lines() {
        return Stream.of(recipients.getValue().split("[\\s,;]+")).filter(line -> !line.isBlank());
    }

    private ChoiceField<Optional<Colleague>> colleagues(List<Colleague> all) {
        var values = new ArrayList<Optional<Colleague>>();
        values.add(Optional.empty());
        all.forEach(one -> values.add(Optional.of(one)));
        return new ChoiceField<>(
                        getTranslation("report.schedule.colleague"),
                        values,
                        one ->
                                one.map(Colleague::name)
                                        .orElseGet(() ->
                                                getTranslation("report.schedule.colleague.choose")),
                        Optional.<Colleague>empty())
                .onChoice(one -> one.ifPresent(this::addRecipient));
    }

    private void addRecipient(Colleague colleague) {
        if (lines().noneMatch(colleague.email()::equalsIgnoreCase)) {
            recipients.setValue((recipients.getValue().strip() + "\n" + colleague.email()).strip());
        }
    }

    private <T extends Enum<T>> ChoiceField<T> choice(String name, List<T> values, T usual) {
        return new ChoiceField<>(
                getTranslation("report.schedule." + name),
                values,
                value -> getTranslation("report.schedule." + name + "." + value.name()),
                usual);
    }

    private static RelativePeriod usual(Cadence cadence) {
        return switch (cadence) {
            case DAILY -> RelativePeriod.YESTERDAY;
            case WEEKLY -> RelativePeriod.LAST_WEEK;
            case MONTHLY -> RelativePeriod.LAST_MONTH;
        };
    }
}
