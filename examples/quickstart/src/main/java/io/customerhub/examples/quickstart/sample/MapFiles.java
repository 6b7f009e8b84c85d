package io.customerhub.examples.quickstart.sample;

/** How the columns of the CSV files become events. */
final class MapFiles {

  private MapFiles() {}

  static String loyalty() {
    return """
        {
          "source": "loyalty",
          "type": "identify",
          "id": "card_no",
          "time": "joined_at",
          "columns": {
            "card_no": "identifier.loyalty_card",
            "given_name": "trait.given_name",
            "surname": "trait.surname",
            "birth_date": "trait.birth_date",
            "email": "identifier.email",
            "phone": "identifier.phone",
            "street": "trait.street",
            "postcode": "trait.postcode",
            "city": "trait.city",
            "country": "trait.country",
            "truth": "context.truth"
          }
        }
        """;
  }

  // The column id of a mapping names a person; a mail's id does not, so it is a property.
  static String mailbox() {
    return """
        {
          "source": "mailbox",
          "type": "track",
          "event": "Support Email",
          "time": "received_at",
          "columns": {
            "message_id": "property.message_id",
            "from_email": "identifier.email",
            "from_name": "trait.name",
            "subject": "property.subject",
            "topic": "property.topic",
            "body": "property.body",
            "direction": "property.direction",
            "truth": "context.truth"
          }
        }
        """;
  }
}
