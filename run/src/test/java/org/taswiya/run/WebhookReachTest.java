package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.run.webhook.WebhookReach;

/// Programs are called where the world reaches them, and nowhere within a house.
final class WebhookReachTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://127.0.0.1/, false",
        "https://10.1.2.3/, false",
        "https://192.168.0.7:8443/x, false",
        "https://169.254.169.254/latest, false",
        "https://100.64.0.1/, false",
        "https://0.0.0.0/, false",
        "https://[::1]/, false",
        "https://[fd00::1]/, false",
        "https://[::ffff:10.0.0.1]/, false",
        "https://[2002:a00:1::]/, false",
        "http://1.1.1.1/, false",
        "https://1.1.1.1/, true",
        "https://[2606:4700::1111]/, true"
    })
    void onlyWhatTheWorldReachesIsCalled(String url, boolean isCalled) throws IOException {
        assertThat(WebhookReach.PUBLIC.fault(URI.create(url)).isEmpty()).isEqualTo(isCalled);
    }
}
