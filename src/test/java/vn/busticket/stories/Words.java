package vn.busticket.stories;

import java.util.Map;

/** The names of controls by which a passenger finds them, in the passenger's language. */
enum Words {
    /** Vietnamese. */
    VIETNAMESE(
            "vi-VN",
            Map.ofEntries(
                    Map.entry("from", "Điểm đi"),
                    Map.entry("to", "Điểm đến"),
                    Map.entry("date", "Ngày đi"),
                    Map.entry("passengers", "Số khách"),
                    Map.entry("search", "Tìm chuyến"),
                    Map.entry("chooseSeats", "Chọn ghế"),
                    Map.entry("seat", "Ghế "),
                    Map.entry("continue", "Tiếp tục"),
                    Map.entry("name", "Họ và tên"),
                    Map.entry("phone", "Số điện thoại"),
                    Map.entry("email", "Email"),
                    Map.entry("passengerForSeat", "Hành khách ghế "),
                    Map.entry("pay", "Tiếp tục thanh toán"),
                    Map.entry("openPayos", "Mở trang PayOS"),
                    Map.entry("cancelPayment", "Hủy thanh toán"),
                    Map.entry("paid", "Thanh toán thành công"),
                    Map.entry("notPaid", "Thanh toán chưa hoàn tất"),
                    Map.entry("retry", "Thanh toán lại"),
                    Map.entry("chooseAgain", "Chọn lại ghế"),
                    Map.entry("receipt", "Tải biên nhận"),
                    Map.entry("viewBooking", "Xem đặt vé"),
                    Map.entry("stay", "Ở lại trang này"),
                    Map.entry("ticket", "Tải vé điện tử"),
                    Map.entry("register", "Tạo tài khoản"))),
    /** English. */
    ENGLISH(
            "en-GB",
            Map.ofEntries(
                    Map.entry("from", "From"),
                    Map.entry("to", "To"),
                    Map.entry("date", "Date"),
                    Map.entry("passengers", "Passengers"),
                    Map.entry("search", "Search trips"),
                    Map.entry("chooseSeats", "Choose seats"),
                    Map.entry("seat", "Seat "),
                    Map.entry("continue", "Continue"),
                    Map.entry("name", "Full name"),
                    Map.entry("phone", "Phone"),
                    Map.entry("email", "Email"),
                    Map.entry("passengerForSeat", "Passenger for seat "),
                    Map.entry("pay", "Continue to payment"),
                    Map.entry("openPayos", "Open PayOS page"),
                    Map.entry("cancelPayment", "Cancel payment"),
                    Map.entry("paid", "Payment successful"),
                    Map.entry("notPaid", "Payment not completed"),
                    Map.entry("retry", "Retry payment"),
                    Map.entry("chooseAgain", "Choose seats again"),
                    Map.entry("receipt", "Download receipt"),
                    Map.entry("viewBooking", "View booking"),
                    Map.entry("stay", "Stay here"),
                    Map.entry("ticket", "Download e-ticket"),
                    Map.entry("register", "Create account")));

    private final String locale;
    private final Map<String, String> names;

    Words(String locale, Map<String, String> names) {
        this.locale = locale;
        this.names = names;
    }

    String locale() {
        return locale;
    }

    String of(String control) {
        var name = names.get(control);
        if (name == null) {
            throw new IllegalArgumentException("No control is called " + control);
        }
        return name;
    }
}
