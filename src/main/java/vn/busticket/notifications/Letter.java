package vn.busticket.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.busticket.notifications.OutgoingMail.Attachment;
import vn.busticket.shared.Language;
import vn.busticket.shared.Vnd;
import vn.busticket.tickets.Journey;

/** Something to tell a person, before it has become an e-mail or a short text. */
sealed interface Letter permits TripLetter, MoneyLetter, Letter.Report, Letter.AccountMessage {

    /** The language of whoever gets it. */
    Language language();

    /** Name of the template files and of the sentences' keys. */
    String kind();

    /** The files that go along by e-mail. */
    default Enclosed enclosed() {
        return Enclosed.NONE;
    }

    /** The link that ends letters of this kind; null where they cannot be turned off. */
    default @Nullable String unsubscribeUrl() {
        return null;
    }

    /**
     * Something about an account, to its owner.
     *
     * @param name the owner's name
     * @param link where the one button leads
     * @param linkExpires from when on that link is refused; null if it stays good
     */
    record AccountMessage(
            Language language,
            AccountMatter matter,
            String name,
            String link,
            @Nullable Instant linkExpires)
            implements Letter {

        @Override
        public String kind() {
            return "account";
        }
    }

    /** What a message about an account says; part of the sentences' keys. */
    enum AccountMatter {
        /** Is this address yours? */
        EMAIL_VERIFICATION,
        /** The mailbox is another one now; said to the one before. */
        EMAIL_CHANGED,
        /** Choose another password. */
        PASSWORD_RESET,
        /** The password is another one now. */
        PASSWORD_CHANGED,
        /** A phone was enrolled as second factor. */
        SECOND_FACTOR_ENROLLED,
        /** The second factor was forgotten by another administrator. */
        SECOND_FACTOR_RESET,
        /** A recovery code was used instead of the phone. */
        RECOVERY_CODE_USED,
        /** Somebody registered with this address, which has an account. */
        REGISTRATION_REPEATED,
        /** The account was erased. */
        ACCOUNT_ERASED
    }

    /**
     * Figures of a period, to whoever of the staff or beside it is to read them.
     *
     * @param title what kind of report
     * @param cadence how often it comes, within the keys of the sentences
     * @param period its days
     * @param scope what it is compared with, and what it is narrowed to
     * @param figures the figures, the leading one first
     * @param best the heading of the rows that follow
     * @param rows the most important rows of the report
     * @param enclosed its files
     * @param url where the whole of it is, after signing in
     * @param unsubscribeUrl the link that ends it for this reader
     */
    record Report(
            Language language,
            String title,
            String cadence,
            String period,
            String scope,
            List<ReportFigure> figures,
            String best,
            List<ReportRow> rows,
            Enclosed enclosed,
            String url,
            String unsubscribeUrl)
            implements Letter {

        public Report {
            figures = List.copyOf(figures);
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "report";
        }

        /** The figure that the subject tells. */
        public ReportFigure leading() {
            return figures.getFirst();
        }
    }

    /**
     * One figure of a report.
     *
     * @param label what it is
     * @param detail how it changed
     */
    record ReportFigure(String label, String value, String detail) {}

    /**
     * One row of a report.
     *
     * @param name of a route, or of a step
     */
    record ReportRow(String name, String value) {}

    /**
     * A booking as every letter about it tells it.
     *
     * @param code the booking's code
     * @param contactName who bought
     * @param travellers who travels on which seat, by seat
     * @param rules what can be changed until when, in the language of the booking
     * @param url link to the booking that nobody can guess
     */
    record BookedTrip(
            Language language,
            String code,
            String contactName,
            Journey journey,
            List<Traveller> travellers,
            List<String> rules,
            String url) {

        public BookedTrip {
            travellers = List.copyOf(travellers);
            rules = List.copyOf(rules);
        }

        /** The same with other people. */
        BookedTrip of(List<Traveller> others) {
            return new BookedTrip(language, code, contactName, journey, others, rules, url);
        }

        /** The labels of the seats. */
        public List<String> seats() {
            return travellers.stream().map(Traveller::seat).toList();
        }
    }

    /** Somebody who travels, and where. */
    record Traveller(String seat, String name) {}

    /**
     * A passenger's seat with its ticket.
     *
     * @param qrText signed text of the ticket
     */
    record TicketSeat(String seat, String passengerName, Vnd price, String qrText) {}

    /**
     * The tickets that a letter carries.
     *
     * @param seats a seat for each passenger
     */
    record Tickets(List<TicketSeat> seats) {

        /** More codes than this would make the e-mail too big for some mailboxes. */
        private static final int MOST_CODES = 6;

        public Tickets {
            seats = List.copyOf(seats);
        }

        /** True if the codes stand in the e-mail itself and not only in the PDF. */
        public boolean showsCodes() {
            return !seats.isEmpty() && seats.size() <= MOST_CODES;
        }
    }

    /**
     * The files that go along with a letter.
     *
     * @param isComplete false if one was too large or could not be made, so that the letter must
     *     say where it is found
     */
    record Enclosed(List<Attachment> files, boolean isComplete) {

        /** Nothing goes along, and nothing is missing. */
        static final Enclosed NONE = new Enclosed(List.of(), true);

        public Enclosed {
            files = List.copyOf(files);
        }

        /** The names of the files. */
        public List<String> names() {
            return files.stream().map(Attachment::name).toList();
        }

        /** True if a PDF is among them. */
        public boolean hasPdf() {
            return names().stream().anyMatch(name -> name.endsWith(".pdf"));
        }
    }

    /**
     * Something that is different now.
     *
     * @param part what it is
     * @param whose the passenger or the seat that it is about; empty for the whole trip
     * @param before how it was, in the language of the booking
     * @param after how it is, likewise
     */
    record ChangedLine(ChangedPart part, String whose, String before, String after) {}

    /** What of a booking can be different; part of the sentences' keys. */
    enum ChangedPart {
        /** When the coach leaves. */
        DEPARTURE,
        /** Which trip it is. */
        TRIP,
        /** Which coach it is. */
        COACH,
        /** Where a passenger sits. */
        SEAT,
        /** Who sits there. */
        PASSENGER,
        /** The code of the booking that somebody travels with. */
        PARTY,
        /** Where they get on. */
        BOARDING,
        /** Where they get off. */
        DROP_OFF
    }
}
