package vn.busticket.demo;

/** The demo cannot start; the message is the one sentence that the person at the terminal reads. */
class CannotStart extends Exception {

    CannotStart(String sentence) {
        super(sentence);
    }
}
