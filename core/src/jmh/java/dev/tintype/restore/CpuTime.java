package dev.tintype.restore;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/// CPU seconds of the whole process, on all cores, the compiler's and collector's included: what wall clocks of a busy
/// machine do not show.
public final class CpuTime implements InternalProfiler {
    private Duration start = Duration.ZERO;

    public CpuTime() {}

    @Override
    public String getDescription() {
        return "CPU seconds of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = spent();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double seconds = spent().minus(start).toMillis() / 1000.0;
        double each = seconds / Math.max(1, result.getMetadata().getMeasuredOps());
        return List.of(new ScalarResult("cpu", each, "s", AggregationPolicy.AVG));
    }

    private static Duration spent() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
