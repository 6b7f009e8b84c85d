package io.customerhub.identity;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.customerhub.identity.Level.Field;
import java.util.Set;

/** What a blocking key is made of. At most 32. */
public enum KeyKind {
  /** An id as it is. */
  ID(Field.ID),
  /** Half of an id. */
  ID_HALF(Field.ID),
  /** A phone number. */
  PHONE(Field.PHONE),
  /** The end of a phone number. */
  PHONE_END(Field.PHONE),
  /** An e-mail address. */
  EMAIL(Field.EMAIL),
  /** The mailbox of an e-mail address. */
  MAILBOX(Field.EMAIL),
  /** The letters of a mailbox in order, without digits. */
  MAILBOX_LETTERS(Field.EMAIL),
  /** The beginning of a mailbox. */
  MAILBOX_START(Field.EMAIL),
  /** All letters of a name in order. */
  NAME_LETTERS(Field.NAME),
  /** How both parts of a name sound. */
  NAME_SOUND(Field.NAME),
  /** The beginnings of both parts of a name. */
  NAME_START(Field.NAME),
  /** The letters of a given name in order. */
  GIVEN(Field.NAME),
  /** The letters of a surname in order. */
  SURNAME(Field.NAME),
  /** Birth date and a part of the name. */
  BIRTH_PART(Field.BIRTH, Field.NAME),
  /** Birth date and initials. */
  BIRTH_INITIALS(Field.BIRTH, Field.NAME),
  /** Birth date. */
  BIRTH(Field.BIRTH),
  /** Birth date and place. */
  BIRTH_PLACE(Field.BIRTH, Field.ADDRESS, Field.CITY),
  /** Part of a birth date and how a part of the name sounds. */
  BIRTH_SOUND(Field.BIRTH, Field.NAME),
  /** Part of a birth date and place. */
  BIRTH_PART_PLACE(Field.BIRTH, Field.ADDRESS, Field.CITY),
  /** City and a part of the name. */
  CITY_NAME(Field.CITY, Field.NAME),
  /** Postcode and beginning of a part of the name. */
  POSTCODE_NAME(Field.ADDRESS, Field.NAME),
  /** Street. */
  STREET(Field.ADDRESS),
  /** House number and a word of the street. */
  STREET_NUMBER(Field.ADDRESS),
  /** Word of the street and beginning of a part of the name. */
  STREET_NAME(Field.ADDRESS, Field.NAME),
  /** Postcode and how a word of the street sounds. */
  POSTCODE_STREET(Field.ADDRESS),
  /** The letters of an organisation in order. */
  ORGANISATION(Field.ORGANISATION),
  /** A word of an organisation. */
  ORGANISATION_WORD(Field.ORGANISATION),
  /** The initials of an organisation, or its name if it looks like some. */
  ORGANISATION_INITIALS(Field.ORGANISATION),
  /** The domain of an organisation. */
  DOMAIN(Field.DOMAIN),
  /** No key of its own: what narrows keys that too many records hold. */
  NARROW(Field.PRIOR);

  private final ImmutableSet<Field> fields;

  KeyKind(Field first, Field... more) {
    this.fields = Sets.immutableEnumSet(first, more);
  }

  /** Returns what records that share such a key agree in because they do. */
  public Set<Field> fields() {
    return fields;
  }
}
