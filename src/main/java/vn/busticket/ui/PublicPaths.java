package vn.busticket.ui;

import java.util.List;

/** Files that everybody may fetch without signing in. */
public final class PublicPaths {

    /** Ant patterns of the look: styles, faces, icons, pictures. */
    public static final List<String> PATTERNS =
            List.of("/frontend-theme/**", "/aura/**", "/webjars/**", "/favicon.ico");

    private PublicPaths() {}

    static boolean contain(String path) {
        return PATTERNS.stream()
                .map(pattern -> pattern.replace("**", ""))
                .anyMatch(begin ->
                        path.equals(begin) || begin.endsWith("/") && path.startsWith(begin));
    }
}
