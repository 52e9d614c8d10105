package vn.busticket.ui;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Reads what the screens are told by the environment. Vaadin reads every class of these rooms five
 * times when a process starts, and would read those of all others as well.
 */
@Configuration(proxyBeanMethods = false)
@EnableVaadin({"vn.busticket.ui", "vn.busticket.storefront", "vn.busticket.backoffice"})
@EnableConfigurationProperties(SupportProperties.class)
class UiConfiguration {}
