package vn.busticket.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.payos.PayOS;
import vn.payos.exception.APIException;
import vn.payos.exception.ConnectionException;
import vn.payos.exception.InternalServerException;
import vn.payos.exception.InvalidSignatureException;
import vn.payos.exception.TooManyRequestsException;

/** The faults that can be switched on, as the official SDK feels them. */
@Tag("P3.2")
class FaultsTest {

    private final PayosSandbox sandbox = PayosSandbox.start(SandboxSettings.defaults());
    private final PayOS payos = SdkClient.of(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void lastForTheCallsAskedFor() {
        sandbox.faults().set(Endpoint.CREATE, Fault.serverError(), 2);

        assertThatThrownBy(() -> create(1)).isInstanceOf(InternalServerException.class);
        assertThatThrownBy(() -> create(1)).isInstanceOf(InternalServerException.class);
        assertThatCode(() -> create(1)).doesNotThrowAnyException();
        assertThat(sandbox.calls().count(Endpoint.CREATE)).isEqualTo(3);
        assertThat(sandbox.calls().all())
                .extracting(CallLog.Call::httpStatus)
                .containsExactly(500, 500, 200);
    }

    @Test
    void followOneAnother() {
        sandbox.faults().set(Endpoint.CREATE, Fault.tooManyRequests(3), 1);
        sandbox.faults().then(Endpoint.CREATE, Fault.of(Fault.Kind.CHANNEL_PAUSED), 1);

        assertThatThrownBy(() -> create(1)).isInstanceOf(TooManyRequestsException.class);
        assertThatThrownBy(() -> create(1))
                .isInstanceOfSatisfying(
                        APIException.class,
                        refusal -> assertThat(refusal.getErrorCode()).contains("214"));
        assertThatCode(() -> create(1)).doesNotThrowAnyException();
    }

    @Test
    void loseTheAnswerAfterTheLinkWasMade() {
        sandbox.faults().set(Endpoint.CREATE, Fault.answerLost());

        assertThatThrownBy(() -> create(1)).isInstanceOf(ConnectionException.class);
        assertThat(payos.paymentRequests().get(1L).getAmount()).isEqualTo(250_000);
        sandbox.faults().clear();
        assertThatThrownBy(() -> create(1))
                .isInstanceOfSatisfying(
                        APIException.class,
                        refusal -> assertThat(refusal.getErrorCode()).contains("231"));
    }

    @Test
    void makeNoLinkWhereNothingWasReached() {
        sandbox.faults().set(Endpoint.CREATE, Fault.of(Fault.Kind.UNREACHABLE));

        assertThatThrownBy(() -> create(1)).isInstanceOf(ConnectionException.class);
        assertThat(sandbox.links()).isEmpty();
    }

    @Test
    void letTheCallerGiveUpWhileTheLinkIsMade() {
        sandbox.faults().set(Endpoint.CREATE, Fault.slow(Duration.ofSeconds(4)), 1);

        assertThatThrownBy(() -> create(1)).isInstanceOf(ConnectionException.class);
        assertThat(sandbox.links()).hasSize(1);
    }

    @Test
    void signWrongly() {
        create(1);
        sandbox.faults().set(Endpoint.GET, Fault.badSignature());

        assertThatThrownBy(() -> payos.paymentRequests().get(1L))
                .isInstanceOf(InvalidSignatureException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"MALFORMED_JSON", "UNKNOWN_FIELD", "UNKNOWN_STATUS"})
    void answerWhatTheSdkCannotRead(Fault.Kind kind) {
        create(1);
        sandbox.faults().set(Endpoint.GET, Fault.of(kind));

        assertThatThrownBy(() -> payos.paymentRequests().get(1L))
                .isNotInstanceOf(InvalidSignatureException.class);
        sandbox.faults().clear(Endpoint.GET);
        assertThatCode(() -> payos.paymentRequests().get(1L)).doesNotThrowAnyException();
    }

    @Test
    void limitTheCallsOfAMinute() {
        create(1);
        sandbox.faults().limitCallsPerMinute(3);

        for (int call = 0; call < 3; call++) {
            payos.paymentRequests().get(1L);
        }
        assertThatThrownBy(() -> payos.paymentRequests().get(1L))
                .isInstanceOf(TooManyRequestsException.class);
    }

    private void create(long orderCode) {
        payos.paymentRequests().create(SdkClient.request(orderCode).build());
    }
}
