package vn.onebutton;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.router.Route;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The smallest application of the same Vaadin and Spring Boot: one page with one button. It lies
 * outside the rooms, where the application under test does not look for pages.
 */
@SpringBootApplication
@Push
public class OneButton implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(OneButton.class, arguments);
    }

    /** The page. */
    @Route("")
    static class ButtonPage extends Div {

        ButtonPage() {
            add(new NativeButton("A button"));
        }
    }
}
