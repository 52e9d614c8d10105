package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.busticket.shared.Language;

/**
 * Picks a day; shows it with its weekday ({@code Th 6, 27/11/2026}) and reads it typed as
 * day/month/year.
 */
public final class DayPicker extends DatePicker {

    /** An empty picker with this label. */
    public DayPicker(String label) {
        super(label);
        var language = Language.of(UI.getCurrent().getLocale());
        setLocale(language.locale());
        setI18n(words(language));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        """
                        const days = $0.split('|');
                        const two = n => String(n).padStart(2, '0');
                        const show = () => this.i18n = { ...this.i18n,
                            formatDate: d => days[new Date(d.year, d.month, d.day).getDay()] + ', '
                                + two(d.day) + '/' + two(d.month + 1) + '/' + d.year,
                            parseDate: text => {
                                const typed = text.match(/(\\d{1,2})[-/. ]?(\\d{1,2})(?:[-/. ]?(\\d{4}|\\d{2}))?\\s*$/);
                                if (!typed) return undefined;
                                const year = Number(typed[3] ?? new Date().getFullYear());
                                const date = new Date(year < 100 ? 2000 + year : year, typed[2] - 1, typed[1]);
                                const real = date.getDate() == typed[1] && date.getMonth() == typed[2] - 1;
                                return real
                                    ? { day: date.getDate(), month: date.getMonth(), year: date.getFullYear() }
                                    : undefined;
                            } };
                        setTimeout(show);
                        """,
                        String.join(
                                "|",
                                weekdays(
                                        Language.of(UI.getCurrent().getLocale()),
                                        TextStyle.SHORT)));
    }

    private DatePickerI18n words(Language language) {
        return new DatePickerI18n()
                .setDateFormat("dd/MM/yyyy")
                .setFirstDayOfWeek(1)
                .setMonthNames(
                        Arrays.stream(Month.values())
                                .map(month ->
                                        month.getDisplayName(
                                                TextStyle.FULL_STANDALONE, language.locale()))
                                .toList())
                .setWeekdays(weekdays(language, TextStyle.FULL))
                .setWeekdaysShort(weekdays(language, TextStyle.SHORT))
                .setToday(getTranslation("ui.day.today"))
                .setCancel(getTranslation("ui.close"))
                .setBadInputErrorMessage(getTranslation("ui.day.unreadable"))
                .setRequiredErrorMessage(getTranslation("ui.day.missing"))
                .setMinErrorMessage(getTranslation("ui.day.outside"))
                .setMaxErrorMessage(getTranslation("ui.day.outside"));
    }

    private static List<String> weekdays(Language language, TextStyle style) {
        return Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY), Arrays.stream(DayOfWeek.values()).limit(6))
                .map(day -> day.getDisplayName(style, language.locale()))
                .toList();
    }
}
