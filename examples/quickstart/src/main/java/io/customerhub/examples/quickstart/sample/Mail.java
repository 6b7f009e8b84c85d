package io.customerhub.examples.quickstart.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One message of the support mailbox.
 *
 * @param messageId unique in the mailbox
 * @param email address of the customer in this conversation, whichever way the message went
 * @param name the customer's name as the mail program shows it
 * @param direction {@code in} or {@code out}
 * @param truth the person, or empty if it is nobody's
 */
record Mail(
    String messageId,
    Instant receivedAt,
    String email,
    String name,
    String subject,
    MailTopic topic,
    String snippet,
    String direction,
    String truth) {

  static final List<String> HEADER =
      List.of(
          "message_id",
          "received_at",
          "from_email",
          "from_name",
          "subject",
          "topic",
          "body",
          "direction",
          "truth");

  String csv() {
    String time = receivedAt.truncatedTo(ChronoUnit.SECONDS).toString();
    return Csv.row(
        List.of(messageId, time, email, name, subject, topic.key(), snippet, direction, truth));
  }
}
