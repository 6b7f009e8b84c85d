package io.customerhub.memory;

/** The stores of one storage; they share an undo log. */
final class MemoryStores {

  final MemoryProfiles profiles;
  final MemoryCatalog catalog;
  final MemoryCandidates candidates;
  final MemoryRedo redo;
  final MemoryIdentities identities;
  final MemoryEvents events;
  final MemoryRetention retention;
  final MemorySegments segments;
  final MemoryMemberships memberships;
  final MemoryMembershipHistory membershipHistory;
  final MemoryRecords records;
  final MemorySetAside setAside;
  final MemoryAudit audit;
  final MemorySuppressions suppressions;
  final MemoryOutbox outbox;
  final MemoryDeadLetters deadLetters;
  final MemoryDestinations destinations;
  final MemoryErasures erasures;

  MemoryStores(UndoLog undo) {
    profiles = new MemoryProfiles(undo);
    catalog = new MemoryCatalog(profiles);
    candidates = new MemoryCandidates(undo);
    redo = new MemoryRedo(undo);
    identities = new MemoryIdentities(undo);
    events = new MemoryEvents(undo);
    retention = new MemoryRetention(events, undo);
    segments = new MemorySegments(undo);
    memberships = new MemoryMemberships(undo);
    membershipHistory = new MemoryMembershipHistory(undo);
    records = new MemoryRecords(undo);
    setAside = new MemorySetAside(undo);
    audit = new MemoryAudit(undo);
    suppressions = new MemorySuppressions(undo);
    outbox = new MemoryOutbox(profiles, undo);
    deadLetters = new MemoryDeadLetters(undo);
    destinations = new MemoryDestinations(undo);
    erasures = new MemoryErasures(this, undo);
  }
}
