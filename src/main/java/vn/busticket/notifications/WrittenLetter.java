package vn.busticket.notifications;

import java.util.List;

/**
 * A letter in the words of its language, ready for an envelope.
 *
 * @param subject one line
 * @param html for mail programs that show pictures and colours
 * @param text the same for all others
 * @param pictures what the HTML shows by {@code cid:}
 */
record WrittenLetter(String subject, String html, String text, List<Picture> pictures) {

    /** A PNG inside the e-mail, named by the content id that the HTML uses. */
    record Picture(String contentId, byte[] png) {}
}
