package io.customerhub.examples.quickstart.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The web shop's log, in the order of arrival. */
final class ShopFile {

  private ShopFile() {}

  static String of(List<Person> people, long seed) {
    List<ShopEvent> events = new ArrayList<>();
    people.forEach(person -> events.addAll(ShopHistory.of(person, seed)));
    ShopNoise noise = new ShopNoise(Dice.of(seed, "shop noise"), List.copyOf(events));
    events.addAll(noise.poison());
    return Stream.of(lines(events), noise.redelivered().stream(), noise.bad().stream())
        .flatMap(lines -> lines)
        .sorted(Comparator.comparing(ShopNoise.Line::arrival))
        .map(line -> line.text() + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<ShopNoise.Line> lines(List<ShopEvent> events) {
    return events.stream().map(event -> new ShopNoise.Line(event.arrival(), event.json()));
  }
}
