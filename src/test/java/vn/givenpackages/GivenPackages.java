package vn.givenpackages;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.router.Route;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The page with one button in an application that holds Spring Security, JPA with one table, Quartz
 * on PostgreSQL and Prometheus beside Vaadin, and does nothing with them. It lies outside the
 * rooms, where the application under test does not look for pages.
 */
@SpringBootApplication
@Push
public class GivenPackages implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(GivenPackages.class, arguments);
    }

    @Bean
    SecurityFilterChain everybodyMayDoEverything(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The page. */
    @Route("")
    static class ButtonPage extends Div {

        ButtonPage() {
            add(new NativeButton("A button"));
        }
    }
}
