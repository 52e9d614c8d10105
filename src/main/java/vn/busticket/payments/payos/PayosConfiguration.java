package vn.busticket.payments.payos;

import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.payos.PayOS;
import vn.payos.core.ClientOptions;

/** The official SDK, made so that it neither waits without end nor sends anything twice. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PayosProperties.class, PayosPayoutProperties.class})
class PayosConfiguration {

    private static final Duration WHOLE_CALL = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(4);

    @Bean
    RetryAfter retryAfter() {
        return new RetryAfter();
    }

    @Bean(destroyMethod = "close")
    PayosChannel paymentChannel(PayosProperties properties, RetryAfter retryAfter) {
        return channel(
                properties.clientId(),
                properties.apiKey(),
                properties.checksumKey(),
                properties.baseUrl(),
                retryAfter);
    }

    /** A channel with those credentials. */
    static PayosChannel channel(
            String clientId,
            String apiKey,
            String checksumKey,
            URI baseUrl,
            RetryAfter retryAfter) {
        var http =
                new OkHttpClient.Builder()
                        .callTimeout(WHOLE_CALL)
                        .connectTimeout(CONNECT)
                        .readTimeout(WHOLE_CALL)
                        .writeTimeout(WHOLE_CALL)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .addInterceptor(retryAfter)
                        .build();
        var sdk =
                new PayOS(
                        ClientOptions.builder()
                                .clientId(clientId)
                                .apiKey(apiKey)
                                .checksumKey(checksumKey)
                                .baseURL(baseUrl.toString())
                                .maxRetries(0)
                                .logLevel(ClientOptions.LogLevel.NONE)
                                .httpClient(http)
                                .build());
        return new PayosChannel(sdk, retryAfter);
    }
}
