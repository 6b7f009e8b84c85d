package io.customerhub.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.customerhub.consent.Consent;
import io.customerhub.consent.ConsentFold;
import io.customerhub.engine.MemberExport.Column;
import io.customerhub.engine.MemberExport.Format;
import io.customerhub.engine.MemberExport.From;
import io.customerhub.event.Identifier;
import io.customerhub.profile.Member;
import io.customerhub.profile.Profile;
import io.customerhub.profile.ProfileId;
import io.customerhub.spi.AuditEntry;
import io.customerhub.spi.Membership;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes out the members of segments, a page at a time. */
final class MemberWriter {

  static final String PROFILE = "profile";

  static final String SINCE = "since";

  private static final int PAGE = 200;

  private static final JsonFactory JSON = new JsonFactory();

  private final Units units;
  private final SegmentRuns runs;

  MemberWriter(Units units, SegmentRuns runs) {
    this.units = units;
    this.runs = runs;
  }

  long write(MemberExport export, Appendable out) throws IOException {
    units.run(unit -> begin(unit, export));
    if (export.format() == Format.CSV) {
      out.append(header(export));
    }
    long written = 0;
    Page page = new Page(null, "", 0, true);
    while (page.hasNext()) {
      ProfileId after = page.last();
      page = units.run(unit -> page(unit, export, after));
      out.append(page.text());
      written += page.rows();
    }
    return written;
  }

  /** Lines of members that were read in one transaction. */
  private record Page(@Nullable ProfileId last, String text, long rows, boolean hasNext) {}

  private String begin(Unit unit, MemberExport export) {
    SegmentNames.required(export.segment(), runs.segments(unit));
    unit.audit(AuditEntry.Action.EXPORT_SEGMENT, new TreeSet<>(), export.actor(), export.reason());
    return export.segment();
  }

  private Page page(Unit unit, MemberExport export, @Nullable ProfileId after) {
    List<Membership> rows = unit.tx().memberships().members(export.segment(), after, PAGE);
    TreeSet<ProfileId> roots = new TreeSet<>();
    rows.forEach(row -> roots.add(row.profile()));
    SortedMap<ProfileId, List<Member>> clusters =
        Clustered.byRoot(unit.tx().profiles().clusters(roots));
    StringBuilder text = new StringBuilder();
    long written = 0;
    for (Membership row : rows) {
      List<Member> cluster = clusters.get(row.profile());
      if (cluster != null && isAllowed(unit, export, cluster)) {
        Map<Column, Object> values = values(runs.view(unit, cluster), export.columns());
        append(text, export, row, values);
        written++;
      }
    }
    ProfileId last = rows.isEmpty() ? null : rows.get(rows.size() - 1).profile();
    return new Page(last, text.toString(), written, rows.size() == PAGE);
  }

  private static boolean isAllowed(Unit unit, MemberExport export, Collection<Member> cluster) {
    if (export.purpose().isEmpty()) {
      return true;
    }
    TreeSet<ProfileId> ids = new TreeSet<>();
    cluster.forEach(member -> ids.add(member.id()));
    List<Consent> history = Consents.history(unit.tx(), ids);
    return ConsentFold.deciding(history, export.purpose(), export.channel())
        .map(Consent::granted)
        .orElse(false);
  }

  private static Map<Column, Object> values(Profile profile, List<Column> columns) {
    Map<Column, Object> values = new HashMap<>();
    for (Column column : columns) {
      if (column.from() == From.TRAIT) {
        profile.trait(column.name()).ifPresent(value -> values.put(column, value));
        continue;
      }
      List<String> held =
          profile.identifiers().stream()
              .filter(one -> one.namespace().equals(column.name()))
              .map(Identifier::value)
              .toList();
      if (!held.isEmpty()) {
        values.put(column, held);
      }
    }
    return values;
  }

  private static String header(MemberExport export) {
    StringBuilder text = new StringBuilder();
    CsvRow row = new CsvRow(text, export.isRaw());
    row.cell(PROFILE);
    row.cell(SINCE);
    export.columns().forEach(column -> row.cell(column.name()));
    row.end();
    return text.toString();
  }

  private static void append(
      StringBuilder text, MemberExport export, Membership member, Map<Column, Object> values) {
    if (export.format() == Format.CSV) {
      CsvRow row = new CsvRow(text, export.isRaw());
      row.cell(member.profile().toString());
      row.cell(member.since().toString());
      export.columns().forEach(column -> row.cell(cell(column, values.get(column))));
      row.end();
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(PROFILE, member.profile().toString());
    line.put(SINCE, member.since().toString());
    for (Column column : export.columns()) {
      Object value = values.get(column);
      if (value != null) {
        line.put(column.name(), value);
      }
    }
    text.append(json(line)).append('\n');
  }

  private static Object cell(Column column, @Nullable Object value) {
    if (value instanceof List<?> list && column.from() == From.IDENTIFIER) {
      return String.join(";", list.stream().map(String::valueOf).toList());
    }
    return value == null ? "" : value instanceof List || value instanceof Map ? json(value) : value;
  }

  private static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      JsonValues.write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
