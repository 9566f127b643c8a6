package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
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
        assertThat(WebhookReach.PUBLIC.faultInAddress(URI.create(url)).isEmpty())
                .as("nobody has to be asked for it")
                .isEqualTo(isCalled);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https://224.0.0.1/, false",
        "https://[ff02::1]/, false",
        "https://localhost/, false",
        "https://nobody.invalid/, true",
        "https://10.program.invalid/, true"
    })
    void aNameIsAskedForAtTheCallAlone(String url, boolean mayBeCalled) {
        assertThat(WebhookReach.PUBLIC.faultInAddress(URI.create(url)).isEmpty())
                .isEqualTo(mayBeCalled);
    }

    @Test
    void thisMachineIsCalledWhereThatIsWanted() {
        assertThat(WebhookReach.LOOPBACK.faultInAddress(URI.create("http://127.0.0.1:9/x")))
                .isEmpty();
        assertThat(WebhookReach.LOOPBACK.faultInAddress(URI.create("https://10.0.0.1/")))
                .isPresent();
    }
}
