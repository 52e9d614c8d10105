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
                    Map.entry("register", "Tạo tài khoản"),
                    Map.entry("password", "Mật khẩu"),
                    Map.entry("currentPassword", "Mật khẩu hiện tại"),
                    Map.entry("newPassword", "Mật khẩu mới"),
                    Map.entry("signIn", "Đăng nhập"),
                    Map.entry("sendLink", "Gửi liên kết"),
                    Map.entry("confirm", "Xác nhận"),
                    Map.entry("setPassword", "Đặt mật khẩu"),
                    Map.entry("changePassword", "Đổi mật khẩu"),
                    Map.entry("signOutEverywhere", "Đăng xuất mọi nơi"),
                    Map.entry("lookIntoMailbox", "Hãy mở hộp thư"),
                    Map.entry("emailConfirmed", "Email đã được xác nhận"),
                    Map.entry("confirmEmail", "Xác nhận email"),
                    Map.entry("newPasswordSet", "Đã đặt mật khẩu mới"),
                    Map.entry("modify", "Đổi vé"),
                    Map.entry("saveChanges", "Lưu thay đổi"),
                    Map.entry("tabSeats", "Ghế"),
                    Map.entry("tabTrip", "Chuyến"),
                    Map.entry("payNow", "Thanh toán ngay"),
                    Map.entry("enrol", "Đăng ký xác thực hai bước"),
                    Map.entry("twoFactor", "Xác thực hai bước"),
                    Map.entry("code", "Mã xác thực"),
                    Map.entry("recoveryCodes", "Mã dự phòng của bạn"),
                    Map.entry("linkOver", "Liên kết này không còn"))),
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
                    Map.entry("register", "Create account"),
                    Map.entry("password", "Password"),
                    Map.entry("currentPassword", "Current password"),
                    Map.entry("newPassword", "New password"),
                    Map.entry("signIn", "Sign in"),
                    Map.entry("sendLink", "Send link"),
                    Map.entry("confirm", "Confirm"),
                    Map.entry("setPassword", "Set password"),
                    Map.entry("changePassword", "Change password"),
                    Map.entry("signOutEverywhere", "Sign out everywhere"),
                    Map.entry("lookIntoMailbox", "Look into your mailbox"),
                    Map.entry("emailConfirmed", "Your e-mail address is confirmed"),
                    Map.entry("confirmEmail", "Confirm your e-mail"),
                    Map.entry("newPasswordSet", "Your new password is set"),
                    Map.entry("modify", "Modify booking"),
                    Map.entry("saveChanges", "Save changes"),
                    Map.entry("tabSeats", "Seats"),
                    Map.entry("tabTrip", "Trip"),
                    Map.entry("payNow", "Pay now"),
                    Map.entry("enrol", "Set up two-factor"),
                    Map.entry("twoFactor", "Two-factor sign-in"),
                    Map.entry("code", "Code"),
                    Map.entry("recoveryCodes", "Your recovery codes"),
                    Map.entry("linkOver", "This link is no longer")));

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
