package vn.busticket.notifications;

import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Knows by heart whose streams Jakarta Mail writes with. The library asks for them anew for every
 * header and every part of a mail, each time looking through all jars, which takes longer than the
 * rest of making it; as the class loader of the thread this one answers at once.
 */
final class LookedUpStreams extends ClassLoader {

    private static final String QUESTION = "META-INF/services/" + StreamProvider.class.getName();

    private final URL answer;

    LookedUpStreams() {
        super(LookedUpStreams.class.getClassLoader());
        var name = StreamProvider.provider().getClass().getName();
        try {
            answer = URL.of(URI.create("known:" + name), new KnownText(name));
        } catch (IOException impossible) {
            throw new IllegalStateException("A handler of our own knows its addresses", impossible);
        }
    }

    /** Does something on this thread with the streams known. */
    void during(Runnable work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(QUESTION)
                ? Collections.enumeration(Collections.singleton(answer))
                : super.getResources(name);
    }

    private static final class KnownText extends URLStreamHandler {

        private final byte[] text;

        KnownText(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected URLConnection openConnection(@Nullable URL url) {
            return new URLConnection(url) {

                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(text);
                }
            };
        }
    }
}
