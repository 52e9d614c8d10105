package vn.busticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The image and the files for Kubernetes say what Kubernetes and the application understand. */
@Tag("P10.5")
class KubernetesTest {

    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(PASSWORD|TOKEN|SECRET|_KEY|_KEY_PREVIOUS|SECRET_PREVIOUS)|BOUNCE_IMAP_URL");

    /** An identifier, in spite of its name. */
    private static final Set<String> NOT_SECRET = Set.of("AWS_SES_ACCESS_KEY");

    /** Requests, messages and jobs are given thirty seconds each. */
    private static final long STOPPING_SECONDS = 3 * 30;

    @Test
    void everySettingHasItsPlaceAndNothingElseHas() throws IOException {
        var open = Manifests.settings("configmap.yaml");
        var secret = Manifests.settings("secret.example.yaml");
        var all = new ArrayList<>(open);
        all.addAll(secret);
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        Settings.ALL.stream().map(Setting::name).toList());
        assertThat(secret).allMatch(KubernetesTest::isSecret);
        assertThat(open).noneMatch(KubernetesTest::isSecret);
    }

    @Test
    @Tag("P10.3")
    void whatTheExamplesSetIsACompleteConfiguration() throws IOException {
        var values = new HashMap<>(Manifests.read("configmap.yaml", ConfigMap.class).getData());
        values.putAll(Manifests.read("secret.example.yaml", Secret.class).getStringData());
        assertThat(new SettingValues(values::get).problems()).isEmpty();
        values.remove("PAYOS_API_KEY");
        assertThat(new SettingValues(values::get).problems()).isNotEmpty();
    }

    @Test
    void aNewProcessIsReadyBeforeAnOldOneGoesAndThatOneHasTimeToEnd() throws IOException {
        var deployment = deployment();
        var update = deployment.getSpec().getStrategy().getRollingUpdate();
        assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        assertThat(update.getMaxSurge().getIntVal()).isPositive();
        var before = container().getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(pod().getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(before + STOPPING_SECONDS);
        assertThat(autoscaler().getSpec().getMinReplicas()).isGreaterThan(1);
        assertThat(
                        Manifests.read("disruption-budget.yaml", PodDisruptionBudget.class)
                                .getSpec()
                                .getSelector()
                                .getMatchLabels())
                .isEqualTo(labels());
    }

    @Test
    @Tag("P10.1")
    void theProbesAskTheManagementPortForWhatIsThere() throws IOException {
        var values = Manifests.read("configmap.yaml", ConfigMap.class).getData();
        assertThat(port("http")).isEqualTo(values.get("SERVER_PORT"));
        assertThat(port("management")).isEqualTo(values.get("MANAGEMENT_SERVER_PORT"));
        var container = container();
        for (var probe : List.of(container.getStartupProbe(), container.getLivenessProbe())) {
            assertThat(path(probe)).isEqualTo("/actuator/health/liveness");
        }
        assertThat(path(container.getReadinessProbe())).isEqualTo("/actuator/health/readiness");
        var dockerfile = Files.readString(Path.of("Dockerfile"));
        assertThat(dockerfile)
                .contains("http://127.0.0.1:" + port("management") + "/actuator/health/readiness")
                .contains("EXPOSE " + port("http") + " " + port("management"));
    }

    @Test
    void nobodyInParticularRunsItAndWritesToScratchOnly() throws IOException {
        var user = pod().getSecurityContext().getRunAsUser();
        assertThat(pod().getSecurityContext().getRunAsNonRoot()).isTrue();
        var mine = container().getSecurityContext();
        assertThat(mine.getReadOnlyRootFilesystem()).isTrue();
        assertThat(mine.getAllowPrivilegeEscalation()).isFalse();
        assertThat(mine.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod().getAutomountServiceAccountToken())
                .as("its folder would lie inside the read-only one of the secrets")
                .isFalse();
        var mounts = new HashMap<String, String>();
        container()
                .getVolumeMounts()
                .forEach(mount -> mounts.put(mount.getMountPath(), mount.getName()));
        assertThat(mounts).containsOnlyKeys("/run/secrets", "/tmp");
        assertThat(pod().getVolumes())
                .allMatch(volume -> mounts.containsValue(volume.getName()))
                .hasSameSizeAs(mounts.keySet());
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("--uid " + user + " ", "\nUSER " + user + "\n");
    }

    @Test
    void theImageRunsAsItWasTrained() throws IOException {
        var dockerfile = Files.readString(Path.of("Dockerfile"));
        var stages = dockerfile.split("(?m)^FROM ");
        var trained = stages[stages.length - 2];
        var last = stages[stages.length - 1];
        assertThat(trained).contains(" AS trained\n");
        assertThat(trained.split("\\s")[0]).isEqualTo(last.split("\\s")[0]);
        assertThat(line(trained, "WORKDIR ")).isEqualTo(line(last, "WORKDIR "));
        assertThat(line(trained, "ENV JAVA_TOOL_OPTIONS"))
                .isEqualTo(line(last, "ENV JAVA_TOOL_OPTIONS"))
                .isNotEmpty();
        assertThat(Files.readString(Manifests.FOLDER.resolve("train.sh")))
                .contains("-XX:AOTCacheOutput=busticket.aot -jar busticket.jar");
        assertThat(last)
                .contains("\"-XX:AOTCache=busticket.aot\", \"-jar\", \"busticket.jar\"")
                .contains("/app/busticket.aot ./");
    }

    @Test
    @Tag("P10.4")
    void theSamePersonComesToTheSameProcess() throws IOException {
        var service = Manifests.read("service.yaml", Service.class);
        assertThat(service.getSpec().getSessionAffinity()).isEqualTo("ClientIP");
        assertThat(service.getSpec().getSelector()).isEqualTo(labels());
        assertThat(service.getSpec().getPorts().getFirst().getTargetPort().getStrVal())
                .isEqualTo("http");
        var ingress = Manifests.read("ingress.yaml", Ingress.class);
        assertThat(ingress.getMetadata().getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/affinity", "cookie");
        var host = ingress.getSpec().getRules().getFirst().getHost();
        assertThat(ingress.getSpec().getTls().getFirst().getHosts()).containsExactly(host);
        assertThat(Manifests.read("configmap.yaml", ConfigMap.class).getData())
                .containsEntry("APP_BASE_URL", "https://" + host);
        assertThat(
                        ingress.getSpec()
                                .getRules()
                                .getFirst()
                                .getHttp()
                                .getPaths()
                                .getFirst()
                                .getBackend()
                                .getService()
                                .getName())
                .isEqualTo(service.getMetadata().getName());
    }

    @Test
    void everyFileIsReadInFullAndListed() throws IOException {
        assertThat(Manifests.read("namespace.yaml", Namespace.class).getMetadata().getName())
                .isEqualTo(deployment().getMetadata().getNamespace());
        assertThat(autoscaler().getSpec().getScaleTargetRef().getName())
                .isEqualTo(deployment().getMetadata().getName());
        assertThat(
                        Manifests.read("network-policy.yaml", NetworkPolicy.class)
                                .getSpec()
                                .getPodSelector()
                                .getMatchLabels())
                .isEqualTo(labels());
        var files = new TreeSet<String>();
        try (var found = Files.list(Manifests.FOLDER)) {
            found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("secret"))
                    .filter(name -> !name.equals("kustomization.yaml"))
                    .forEach(files::add);
        }
        Map<String, Object> listed =
                new Yaml().load(Files.readString(Manifests.FOLDER.resolve("kustomization.yaml")));
        assertThat((Iterable<?>) listed.get("resources"))
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(files);
    }

    private static String line(String text, String beginning) {
        return text.lines().filter(line -> line.startsWith(beginning)).findFirst().orElse("");
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).matches() && !NOT_SECRET.contains(name);
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        return probe.getHttpGet().getPath();
    }

    private static String port(String name) throws IOException {
        return container().getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .map(port -> port.getContainerPort().toString())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> labels() throws IOException {
        var labels = deployment().getSpec().getTemplate().getMetadata().getLabels();
        assertThat(deployment().getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        return labels;
    }

    private static Container container() throws IOException {
        return pod().getContainers().getFirst();
    }

    private static PodSpec pod() throws IOException {
        return deployment().getSpec().getTemplate().getSpec();
    }

    private static Deployment deployment() throws IOException {
        return Manifests.read("deployment.yaml", Deployment.class);
    }

    private static HorizontalPodAutoscaler autoscaler() throws IOException {
        return Manifests.read("autoscaler.yaml", HorizontalPodAutoscaler.class);
    }
}
