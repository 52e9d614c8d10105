package vn.busticket.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What is held until when, the time left ticking in the browser, and a road that shortens. It never
 * turns red; a polite voice speaks at five, two and one minutes.
 */
public final class Countdown extends Div {

    private final Clock clock;
    private final Instant until;
    private final Duration whole;

    /**
     * @param words what is held until when by the clock: "Hai ghế A05, A06 được giữ đến 14:42"
     * @param until when it ends
     * @param whole how long the whole time is, for the road
     * @param clock the clock by which the server decides
     */
    public Countdown(Component words, Instant until, Duration whole, Clock clock) {
        this.clock = clock;
        this.until = until;
        this.whole = whole;
        addClassName("countdown");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("ui.countdown"));
        var left = Markup.element("strong", written(left()));
        left.getElement().setAttribute("role", "timer");
        var road = Markup.span("road", "");
        road.getElement().setAttribute("aria-hidden", "true");
        road.add(Markup.element("i"));
        var voice = new Span();
        voice.addClassNames("hidden", "voice");
        voice.getElement().setAttribute("aria-live", "polite");
        add(new Icon(Sign.CLOCK), new Paragraph(words), left, road, voice);
    }

    /** Calls back once when the time is over, while the screen is open. */
    public Countdown onOver(Command over) {
        getElement().addEventListener("countdown-over", event -> over.execute());
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs(
                        """
                        const box = this, end = Date.now() + $0, whole = $1, spoken = {5: $2, 2: $3, 1: $4};
                        const text = box.querySelector('strong'), road = box.querySelector('.road i');
                        const voice = box.querySelector('.voice');
                        clearInterval(box.ticking);
                        let minute = Math.ceil((end - Date.now()) / 60000);
                        const tick = () => {
                            const left = Math.max(0, end - Date.now()), seconds = Math.ceil(left / 1000);
                            const two = n => String(n).padStart(2, '0'), hours = Math.floor(seconds / 3600);
                            text.textContent = (hours ? hours + ':' : '')
                                + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
                            road.style.setProperty('--left', Math.min(100, 100 * left / whole) + '%');
                            const now = Math.ceil(left / 60000);
                            if (now < minute && spoken[now]) voice.textContent = spoken[now];
                            minute = now;
                            if (left > 0 || !box.isConnected) return;
                            clearInterval(box.ticking);
                            box.dispatchEvent(new CustomEvent('countdown-over'));
                        };
                        box.ticking = setInterval(() => box.isConnected ? tick() : clearInterval(box.ticking), 500);
                        tick();
                        """,
                        (double) left().toMillis(),
                        (double) Math.max(1, whole.toMillis()),
                        getTranslation("ui.countdown.minutes", 5),
                        getTranslation("ui.countdown.minutes", 2),
                        getTranslation("ui.countdown.minute"));
    }

    private Duration left() {
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String written(Duration left) {
        var minutesAndSeconds = "%02d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
        return left.toHours() > 0 ? left.toHours() + ":" + minutesAndSeconds : minutesAndSeconds;
    }
}
