package vn.busticket.payments.payos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.payos.PayOS;

@Tag("P3.4")
class PayosSignatureTest {

    private static final String KEY =
            "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675";

    private final PayosSignature signature =
            new PayosSignature(
                    new PayosProperties("id", "key", KEY, "", URI.create("https://example.org")));
    private final PayOS sdk = new PayOS("id", "key", KEY);
    private final JsonMapper json = new JsonMapper();

    @Test
    void acceptsTheExampleOfTheDocumentation() {
        var data =
                """
                {"orderCode":123,"amount":3000,"description":"VQRIO123","accountNumber":"12345678",
                 "reference":"TF230204212323","transactionDateTime":"2023-02-04 18:25:00",
                 "currency":"VND","paymentLinkId":"124c33293c43417ab7879e14c8d9eb18","code":"00",
                 "desc":"Thành công","counterAccountBankId":"","counterAccountBankName":"",
                 "counterAccountName":"","counterAccountNumber":"","virtualAccountName":"",
                 "virtualAccountNumber":""}\
                """;
        assertThat(
                        signature.isRight(
                                "412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03",
                                read(data)))
                .isTrue();
    }

    @Test
    void agreesWithTheSdkOverAnyData() {
        var random = new Random(42);
        for (var round = 0; round < 500; round++) {
            var data = anyObject(random, 1 + random.nextInt(12), true);
            var theirs = sdk.getCrypto().createSignatureFromObj(data, KEY);
            var written = json.writeValueAsString(data);
            assertThat(signature.isRight(theirs, read(written))).as(written).isTrue();
        }
    }

    private static Json.Object read(String text) {
        return JsonReader.object(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, @Nullable Object> anyObject(
            Random random, int fields, boolean lists) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (var field = 0; field < fields; field++) {
            object.put(anyText(random, 6) + field, anyValue(random, lists));
        }
        return object;
    }

    private static @Nullable Object anyValue(Random random, boolean lists) {
        return switch (random.nextInt(lists ? 6 : 5)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(1_000_000);
            case 3 -> random.nextBoolean();
            case 4 -> anyText(random, 20);
            default ->
                    List.of(
                            anyObject(random, random.nextInt(4), false),
                            anyObject(random, random.nextInt(4), false));
        };
    }

    private static String anyText(Random random, int longest) {
        var alphabet = "abcXYZ019 _-&=\"\\/\n\tĐàđỳ→€😀";
        var text = new StringBuilder();
        var points = alphabet.codePoints().toArray();
        for (var length = random.nextInt(longest); length > 0; length--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
