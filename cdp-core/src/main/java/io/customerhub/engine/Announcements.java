package io.customerhub.engine;

import io.customerhub.destination.News;
import io.customerhub.event.Event;
import io.customerhub.profile.Member;
import io.customerhub.profile.ProfileId;
import io.customerhub.profile.Trait;
import io.customerhub.spi.NewsKind;
import io.customerhub.spi.StoredRecord;
import io.customerhub.trait.ProfileView;
import io.customerhub.trait.Survivorship;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Words news for destinations: ids and names, no values of people. */
final class Announcements {

  private Announcements() {}

  static News of(DomainEvent event) {
    if (event instanceof DomainEvent.ProfileCreated) {
      return news(NewsKind.PROFILE_CREATED, event, Map.of());
    } else if (event instanceof DomainEvent.ProfilesMerged merged) {
      return news(
          NewsKind.PROFILE_MERGED,
          event,
          Map.of("absorbed", merged.absorbed().toString(), "merge", merged.merge().toString()));
    } else if (event instanceof DomainEvent.ProfileSplit split) {
      return news(NewsKind.PROFILE_SPLIT, event, Map.of("restored", split.restored().toString()));
    } else if (event instanceof DomainEvent.ProfileErased erased) {
      return news(NewsKind.PROFILE_ERASED, event, Map.of("members", News.list(erased.members())));
    } else if (event instanceof DomainEvent.SegmentEntered entered) {
      return news(NewsKind.SEGMENT_ENTERED, event, Map.of(News.SEGMENT, entered.segment()));
    } else if (event instanceof DomainEvent.SegmentLeft left) {
      return news(NewsKind.SEGMENT_LEFT, event, Map.of(News.SEGMENT, left.segment()));
    } else if (event instanceof DomainEvent.ComputedTraitChanged changed) {
      Map<String, String> details = Map.of("changed", News.list(Set.of(changed.trait())));
      return news(NewsKind.PROFILE_CHANGED, event, details);
    }
    throw new AssertionError(event);
  }

  /** Announces an event that was taken, and what it changed of what is shown of the person. */
  static void accepted(Unit unit, Event event, Birth birth, Survivorship survivorship) {
    accepted(unit, event, birth.member().root());
    if (unit.isWanted(NewsKind.PROFILE_CHANGED)) {
      SortedSet<String> changed = changed(birth, survivorship);
      if (!changed.isEmpty()) {
        Map<String, String> details = Map.of("changed", News.list(changed));
        unit.announce(
            new News(NewsKind.PROFILE_CHANGED, birth.member().root(), details, unit.now()));
      }
    }
  }

  static void accepted(Unit unit, Event event, ProfileId root) {
    if (unit.isWanted(NewsKind.EVENT_ACCEPTED)) {
      Map<String, String> details =
          Map.of(
              "event.source", event.source(),
              "event.messageId", event.messageId(),
              "event.type", event.type().key(),
              "event.name", event.name(),
              "event.time", event.time().toString());
      unit.announce(new News(NewsKind.EVENT_ACCEPTED, root, details, unit.now()));
    }
  }

  /**
   * Announces a record to be about each of its people once, whatever number of their ids it names.
   */
  static void changed(Unit unit, StoredRecord record) {
    Map<String, String> details = new TreeMap<>();
    details.put("record.kind", record.kind());
    details.put("record.id", record.id().toString());
    details.put("record.version", Long.toString(record.version()));
    record.keys().forEach((name, value) -> details.put("record.keys." + name, value));
    SortedSet<ProfileId> roots = new TreeSet<>();
    unit.tx().profiles().find(record.subjects()).forEach(member -> roots.add(member.root()));
    roots.forEach(
        root -> unit.announce(new News(NewsKind.RECORD_CHANGED, root, details, unit.now())));
  }

  /** Names the traits whose shown value changed; none of a profile that is new. */
  private static SortedSet<String> changed(Birth birth, Survivorship survivorship) {
    ProfileId root = birth.member().root();
    List<Member> before =
        birth.before().stream().filter(member -> member.root().equals(root)).toList();
    SortedSet<String> changed = new TreeSet<>();
    if (!before.isEmpty()) {
      Map<String, Trait> was = ProfileView.of(before, survivorship).traits();
      ProfileView.of(birth.cluster(), survivorship)
          .traits()
          .forEach(
              (name, trait) -> {
                Trait old = was.get(name);
                if (old == null || !old.value().equals(trait.value())) {
                  changed.add(name);
                }
              });
    }
    return changed;
  }

  private static News news(NewsKind kind, DomainEvent event, Map<String, String> details) {
    return new News(kind, event.profile(), details, event.at());
  }
}
