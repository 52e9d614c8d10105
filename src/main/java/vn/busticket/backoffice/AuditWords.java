package vn.busticket.backoffice;

import com.vaadin.flow.i18n.I18NProvider;

/** Deeds of the audit log in words; a deed that has none is shown by its name. */
final class AuditWords {

    private AuditWords() {}

    static String deed(String action) {
        var key = "desk.audit.deed." + action;
        var words = I18NProvider.translate(key);
        return words.contains(key) ? action : words;
    }
}
