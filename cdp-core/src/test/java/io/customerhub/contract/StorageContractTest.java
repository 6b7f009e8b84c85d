package io.customerhub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.customerhub.spi.Storage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests the contract itself: a test that passes on a store that does nothing tests nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StorageContractTest {

  @Test
  void a_store_that_does_nothing_fails_every_single_test() {
    Outcomes outcomes = new Outcomes();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(DoNothing.class)).build();

    LauncherFactory.create().execute(request, outcomes);

    assertThat(outcomes.passed).isEmpty();
    assertThat(outcomes.skipped).isEmpty();
    assertThat(outcomes.failed).hasSizeGreaterThan(80);
  }

  /** Not found by the build, which runs classes named ...Test: it is there to fail. */
  static final class DoNothing extends StorageContract {

    @Override
    protected Storage open() {
      return new DoNothingStorage();
    }
  }

  private static final class Outcomes implements TestExecutionListener {

    private final List<String> passed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped.add(test.getUniqueId());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        boolean ok = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        (ok ? passed : failed).add(test.getUniqueId());
      }
    }
  }
}
