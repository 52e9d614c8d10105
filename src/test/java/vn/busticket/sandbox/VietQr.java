package vn.busticket.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a VietQR says (EMVCo merchant-presented mode with NAPAS' account identifier), as a bank app
 * reads it.
 *
 * @param amount whole đồng
 * @param memo the transfer text
 */
public record VietQr(String bin, String account, long amount, String memo) {

    private static final String NAPAS = "A000000727";
    private static final String TO_ACCOUNT = "QRIBFTTA";

    /**
     * Reads the text of a VietQR.
     *
     * @throws IllegalArgumentException when its checksum is wrong or it is not a transfer to an
     *     account in VND
     */
    public static VietQr parse(String text) {
        int checksumAt = text.length() - 4;
        require(checksumAt > 4 && text.startsWith("6304", checksumAt - 4), "a checksum at its end");
        require(
                crc(text.substring(0, checksumAt)).equals(text.substring(checksumAt)),
                "the right checksum");
        Map<String, String> fields = fields(text);
        require("01".equals(fields.get("00")), "format 01");
        require("704".equals(fields.get("53")), "currency 704 (VND)");
        require("VN".equals(fields.get("58")), "country VN");
        Map<String, String> merchant = fields(field(fields, "38"));
        require(NAPAS.equals(merchant.get("00")), "NAPAS' identifier");
        require(TO_ACCOUNT.equals(merchant.get("02")), "the service " + TO_ACCOUNT);
        Map<String, String> beneficiary = fields(field(merchant, "01"));
        return new VietQr(
                field(beneficiary, "00"),
                field(beneficiary, "01"),
                Long.parseLong(field(fields, "54")),
                field(fields(field(fields, "62")), "08"));
    }

    /** Writes it as the text to be put into a QR code. */
    public String toText() {
        String beneficiary = entry("00", bin) + entry("01", account);
        String body =
                entry("00", "01")
                        + entry("01", "12")
                        + entry(
                                "38",
                                entry("00", NAPAS)
                                        + entry("01", beneficiary)
                                        + entry("02", TO_ACCOUNT))
                        + entry("53", "704")
                        + entry("54", Long.toString(amount))
                        + entry("58", "VN")
                        + entry("62", entry("08", memo))
                        + "6304";
        return body + crc(body);
    }

    /** CRC-16/CCITT-FALSE as four upper-case hex digits. */
    static String crc(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return String.format(Locale.ROOT, "%04X", crc);
    }

    private static String entry(String id, String value) {
        require(value.length() <= 99, "at most 99 characters in field " + id);
        return id + String.format(Locale.ROOT, "%02d", value.length()) + value;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            require(at + 4 <= text.length(), "whole fields");
            int length = Integer.parseInt(text.substring(at + 2, at + 4));
            require(at + 4 + length <= text.length(), "whole fields");
            found.put(text.substring(at, at + 2), text.substring(at + 4, at + 4 + length));
            at += 4 + length;
        }
        return found;
    }

    private static String field(Map<String, String> fields, String id) {
        String value = fields.get(id);
        if (value == null) {
            throw new IllegalArgumentException("Not a VietQR: it lacks field " + id);
        }
        return value;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not a VietQR: it lacks " + what);
        }
    }
}
