package vn.busticket.payments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.busticket.sandbox.PayosSandbox;

/** Makes bodies that no gateway would send, the same ones for the same seed. */
final class WildWebhooks {

    private static final List<String> FIELDS =
            List.of(
                    "orderCode",
                    "amount",
                    "reference",
                    "code",
                    "currency",
                    "transactionDateTime",
                    "description",
                    "counterAccountName",
                    "new\u0000Field",
                    "");

    private final PayosSandbox payos;
    private final Random random;

    WildWebhooks(PayosSandbox payos, long seed) {
        this.payos = payos;
        this.random = new Random(seed);
    }

    /** Whatever comes next; rightly signed in about a third of all cases. */
    byte[] next() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> payos.signedWebhook(wildData());
            case 3 -> payos.webhookSignedAs(wildData(), text());
            case 4 -> withDoubledField();
            case 5 -> nested(random.nextInt(2) == 0 ? "[" : "{\"a\":");
            case 6 -> bytes();
            case 7 -> withBrokenText();
            default ->
                    ("{\"data\":{\"amount\":" + number() + "},\"signature\":\"x\"}")
                            .getBytes(StandardCharsets.UTF_8);
        };
    }

    /** A transfer for an unknown order with some fields gone, strange or of another type. */
    private Map<String, @Nullable Object> wildData() {
        var data = PayosSandbox.sampleWebhookData();
        data.put("orderCode", 900_000_000L + random.nextInt(1_000_000));
        data.put("reference", "WILD" + random.nextLong());
        for (int change = random.nextInt(5); change > 0; change--) {
            var field = FIELDS.get(random.nextInt(FIELDS.size()));
            if (random.nextInt(4) == 0) {
                data.remove(field);
            } else {
                data.put(field, value(3));
            }
        }
        return data;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> -random.nextInt(1_000);
            case 4 -> new java.math.BigDecimal(number());
            case 5 -> text();
            case 6 -> "";
            case 7 -> random.nextInt(1_000_000);
            case 8 -> List.of(text(), random.nextInt());
            case 9 -> {
                var list = new ArrayList<@Nullable Object>();
                list.add(value(depth - 1));
                yield list;
            }
            default -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("b", value(depth - 1));
                object.put("a", value(depth - 1));
                yield object;
            }
        };
    }

    private String number() {
        return switch (random.nextInt(5)) {
            case 0 -> "9".repeat(1 + random.nextInt(60));
            case 1 -> "-0." + "7".repeat(1 + random.nextInt(45));
            case 2 -> "1e" + random.nextInt(2_000);
            case 3 -> "1e-" + random.nextInt(2_000);
            default -> Long.toString(random.nextLong());
        };
    }

    private String text() {
        return switch (random.nextInt(6)) {
            case 0 -> "\u0000\u0001\u001f";
            case 1 -> "'; drop table booking; --";
            case 2 -> "Đ\u0323\uD83D\uDE8C\u202E".repeat(1 + random.nextInt(40));
            case 3 -> "x".repeat(random.nextInt(5_000));
            case 4 -> "{\"data\":1}&amount=1&=\u007f";
            default -> Long.toHexString(random.nextLong());
        };
    }

    private byte[] withDoubledField() {
        var body = new String(payos.signedWebhook(wildData()), StandardCharsets.UTF_8);
        var doubled =
                random.nextBoolean()
                        ? body.replaceFirst("\"data\":\\{", "\"data\":{\"amount\":1,\"amount\":2,")
                        : body.replaceFirst("\\{", "{\"data\":{},");
        return doubled.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] nested(String opening) {
        var depth = 1 + random.nextInt(9_000);
        return ("{\"signature\":\"x\",\"data\":{\"a\":" + opening.repeat(depth))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] withBrokenText() {
        var body = payos.signedWebhook(wildData());
        var broken = Arrays.copyOf(body, body.length);
        for (int change = 1 + random.nextInt(8); change > 0; change--) {
            broken[random.nextInt(broken.length)] = (byte) (0x80 | random.nextInt(128));
        }
        return broken;
    }
}
