package io.customerhub.examples.benchmarks.resolvers;

import io.customerhub.examples.benchmarks.quality.Quality;
import java.util.List;

/** What a contender found; turned into clusters with the truth at hand, and not timed. */
interface Answer {

  Quality quality(List<String> people);
}
