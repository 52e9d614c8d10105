package vn.busticket.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PayOS answers: an envelope with a code of its own, signed where there is data. */
record Answer(int httpStatus, String code, String desc, @Nullable Object data) {

    static Answer success(Map<String, @Nullable Object> data) {
        return new Answer(200, "00", "success", data);
    }

    /** A refusal for business reasons, which PayOS sends with HTTP 200. */
    static Answer refusal(String code, String desc) {
        return new Answer(200, code, desc, null);
    }

    static Answer error(int httpStatus, String desc) {
        return new Answer(httpStatus, Integer.toString(httpStatus), desc, null);
    }

    static Answer channelPaused() {
        return refusal(
                "214", "Cổng thanh toán không tồn tại hoặc đã tạm dừng, vui lòng chọn cổng khác");
    }

    static Answer unknownLink() {
        return refusal("101", "Mã thanh toán không tồn tại");
    }

    /** The same answer with one field of its data changed, if it has data. */
    Answer withField(String name, String value) {
        if (!(data instanceof Map<?, ?> fields)) {
            return this;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        fields.forEach((key, old) -> changed.put(String.valueOf(key), old));
        changed.put(name, value);
        return new Answer(httpStatus, code, desc, changed);
    }

    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> envelope(DataSignature signature) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("code", code);
        envelope.put("desc", desc);
        envelope.put("data", data);
        if (data instanceof Map<?, ?> fields) {
            envelope.put("signature", signature.ofData((Map<String, @Nullable Object>) fields));
        }
        return envelope;
    }
}
