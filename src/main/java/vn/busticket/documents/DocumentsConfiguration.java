package vn.busticket.documents;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The templates, the printer and the imprint that all rooms share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImprintProperties.class)
class DocumentsConfiguration {

    @Bean
    Imprint imprint(ImprintProperties properties) {
        return properties.imprint();
    }

    @Bean
    Templates templates() {
        return new Templates();
    }

    @Bean
    PdfPrinter pdfPrinter() {
        return new PdfPrinter();
    }
}
