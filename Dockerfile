# BusTicket in a small image: built in one stage, trained for a quick start in the next, run as nobody in particular.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN ./mvnw -B -ntp -DskipTests package \
    && java -Djarmode=tools -jar target/busticket.jar extract --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home busticket
WORKDIR /app
COPY --from=build /build/extracted/ ./
USER 10001
EXPOSE 8080 9090
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["curl", "-fsS", "http://127.0.0.1:9090/actuator/health/readiness"]
ENTRYPOINT ["java", "-jar", "busticket.jar"]
