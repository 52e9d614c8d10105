# BusTicket in a small image: built in one stage, trained for a quick start in the next, run as nobody in particular.
# It runs with a read-only root file system; only /tmp must be writable: docker run --read-only --tmpfs /tmp busticket
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN ./mvnw -B -ntp -DskipTests package \
    && java -Djarmode=tools -jar target/busticket.jar extract --layers --destination layers

# The same Java, options and folder as at work: a cache is good for these only. Java would take the serial collector in a
# container with little memory, whose pauses people notice; and a process without memory ends, so that another one begins.
FROM eclipse-temurin:25-jre AS trained
ENV JAVA_TOOL_OPTIONS="-XX:+UseG1GC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends curl postgresql \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /build/layers/dependencies/ /build/layers/application/ ./
COPY src/main/deploy/train.sh /train.sh
RUN /train.sh /app

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home busticket
WORKDIR /app
# What changes rarely lies below what changes with each version.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --from=trained /app/busticket.aot ./
USER 10001
EXPOSE 8080 9090
ENV JAVA_TOOL_OPTIONS="-XX:+UseG1GC -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["curl", "-fsS", "http://127.0.0.1:9090/actuator/health/readiness"]
ENTRYPOINT ["java", "-XX:AOTCache=busticket.aot", "-jar", "busticket.jar"]
