package io.customerhub.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerhub.crm.Channel;
import io.customerhub.crm.CrmFixture;
import io.customerhub.crm.InvalidRecordException;
import io.customerhub.crm.Revision;
import io.customerhub.crm.UserRef;
import io.customerhub.profile.ProfileId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactsTest {

  private static final UserRef LAN = UserRef.of("lan");
  private static final UserRef MINH = UserRef.of("minh");

  private final CrmFixture crm = new CrmFixture();
  private final Contacts contacts = new Contacts(crm.context());
  private final ProfileId ada = crm.person();
  private final ProfileId ann = crm.person();

  @Test
  void shows_what_was_written() {
    Contact contact =
        contacts
            .edit(ada)
            .owner(LAN)
            .lifecycle(Lifecycle.LEAD)
            .doNotContact(Channel.CALL, "asked not to")
            .tag("vip")
            .by(LAN)
            .save();

    assertThat(contacts.of(ada)).isEqualTo(contact);
    assertThat(contact.profile()).isEqualTo(ada);
    assertThat(contact.owner()).contains(new Shown<>(LAN, ada, Shown.Rule.LATEST));
    assertThat(contact.lifecycle()).contains(new Shown<>(Lifecycle.LEAD, ada, Shown.Rule.FURTHEST));
    assertThat(contact.mayContact(Channel.CALL)).isFalse();
    assertThat(contact.mayContact(Channel.EMAIL)).isTrue();
    assertThat(contact.tags()).isEqualTo(Map.of("vip", new Shown<>("vip", ada, Shown.Rule.UNION)));
  }

  @Test
  void is_without_values_when_nothing_was_written() {
    Contact contact = contacts.of(ada);

    assertThat(contact.facets()).isEmpty();
    assertThat(contact.owner()).isEmpty();
    assertThat(contact.lifecycle()).isEmpty();
    assertThat(contact.mayContact(Channel.EMAIL)).isTrue();
  }

  @Test
  void takes_values_back() {
    contacts.edit(ada).owner(LAN).doNotContact(Channel.EMAIL, "spam").tag("vip").save();

    Contact contact = contacts.edit(ada).noOwner().mayContact(Channel.EMAIL).untag("vip").save();

    assertThat(contact.owner()).isEmpty();
    assertThat(contact.doNotContact()).isEmpty();
    assertThat(contact.tags()).isEmpty();
    assertThat(contacts.history(ada)).extracting(Revision::actor).hasSize(2).containsOnly("system");
  }

  @Test
  void of_several_ids_each_value_comes_by_its_rule_and_says_from_where() {
    contacts
        .edit(ada)
        .owner(LAN)
        .lifecycle(Lifecycle.CUSTOMER)
        .doNotContact(Channel.EMAIL, "unsubscribed")
        .tag("vip")
        .tag("fair")
        .save();
    crm.pass(Duration.ofDays(1));
    contacts.edit(ann).owner(MINH).lifecycle(Lifecycle.LEAD).tag("vip").tag("press").save();
    Contact adaAlone = contacts.of(ada);
    Contact annAlone = contacts.of(ann);

    crm.merge(ada, ann);
    Contact both = contacts.of(ann);

    assertThat(both.profile()).isEqualTo(ada);
    assertThat(both.owner()).contains(new Shown<>(MINH, ann, Shown.Rule.LATEST));
    assertThat(both.lifecycle())
        .contains(new Shown<>(Lifecycle.CUSTOMER, ada, Shown.Rule.FURTHEST));
    assertThat(both.doNotContact())
        .isEqualTo(
            Map.of(Channel.EMAIL, new Shown<>("unsubscribed", ada, Shown.Rule.MOST_RESTRICTIVE)));
    assertThat(both.tags()).containsOnlyKeys("fair", "press", "vip");
    assertThat(both.tags().get("vip").from()).isEqualTo(ada);
    assertThat(contacts.of(ada)).isEqualTo(both);

    crm.unmerge(ada, ann);
    assertThat(contacts.of(ada)).isEqualTo(adaAlone);
    assertThat(contacts.of(ann)).isEqualTo(annAlone);
  }

  @Test
  void a_channel_stays_forbidden_while_one_facet_forbids_it() {
    contacts.edit(ada).doNotContact(Channel.CALL, "asked not to").save();
    contacts.edit(ann).doNotContact(Channel.CALL, "no consent").save();
    crm.merge(ada, ann);

    Contact contact = contacts.edit(ada).mayContact(Channel.CALL).save();

    assertThat(contact.doNotContact().get(Channel.CALL).from()).isEqualTo(ann);
  }

  @Test
  void an_edit_of_other_values_does_not_make_an_owner_the_latest() {
    contacts.edit(ada).owner(LAN).save();
    crm.pass(Duration.ofDays(1));
    contacts.edit(ann).owner(MINH).save();
    crm.pass(Duration.ofDays(1));
    contacts.edit(ada).tag("vip").save();
    crm.merge(ada, ann);

    assertThat(contacts.of(ada).owner().orElseThrow().value()).isEqualTo(MINH);
  }

  @Test
  void refuses_bad_values_naming_the_field_and_what_was_expected() {
    assertThatThrownBy(() -> contacts.edit(ada).tag("x".repeat(65)))
        .isInstanceOf(InvalidRecordException.class)
        .hasMessage("tag has 65 characters, at most 64 are allowed");
    assertThatThrownBy(() -> contacts.edit(ada).doNotContact(Channel.EMAIL, " "))
        .hasMessage("reason is blank; expected 1 to 256 characters");
    assertThatThrownBy(() -> contacts.edit(ada).doNotContact(Channel.NOTE, "x").save())
        .hasMessage("doNotContact cannot be a note, which reaches nobody");
    assertThatThrownBy(() -> contacts.edit(ada).save())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is nothing to change");
    ContactEdit many = contacts.edit(ada);
    for (int i = 0; i < 65; i++) {
      many.tag("tag " + i);
    }
    assertThatThrownBy(many::save).hasMessage("tags are 65, at most 64");
  }

  @Test
  void nothing_personal_shows_in_its_text() {
    Contact contact = contacts.edit(ada).doNotContact(Channel.CALL, "ill").tag("vip").save();

    assertThat(contact + " " + contact.facets() + contact.doNotContact().values())
        .doesNotContain("ill", "vip");
  }
}
