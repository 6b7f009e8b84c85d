package io.customerhub.examples.quickstart.sample;

import java.util.List;
import java.util.Locale;

/** What people write to support about: a subject, what they say, and what is answered. */
enum MailTopic {
  DELIVERY(
      "Where is my parcel?",
      "The tracking page has not moved for a week, could you have a look?",
      "It says delivered, but nothing arrived. The neighbours have nothing either.",
      "Thank you for waiting. The parcel left our depot this morning."),
  RETURN(
      "Sending something back",
      "Hello, the jacket is too small.\nMay I swap it for the next size?",
      "I would like to return the lamp, it is \"warm white\" only in the picture.",
      "Of course. The label is attached, the refund follows within five days."),
  INVOICE(
      "Invoice needed",
      "Please send the invoice once more, with our VAT number on it.",
      "The amount on the invoice differs from the order, who can correct this?",
      "The corrected invoice is attached."),
  PRODUCT(
      "Question before I buy",
      "Does the kettle work on induction, and how long is the warranty?",
      "Is the tent sold without the footprint, too?",
      "Yes, it does. The warranty is two years."),
  ACCOUNT(
      "Cannot log in",
      "The reset mail never arrives. I also looked into the spam folder.",
      "I changed my e-mail address, please move my orders to the new one.",
      "We sent a new link; it works for one hour."),
  COMPLAINT(
      "Very disappointed",
      "Second broken mug in a row; nobody called back as promised.",
      "This is the third time I write about the same order, please answer.",
      "We are sorry. A replacement is on its way, and a voucher with it."),
  PRAISE(
      "Thank you!",
      "The pan is wonderful, greetings to whoever packed it so carefully.",
      "Quick, friendly, no fuss: I will be back.",
      "You made our day. Thank you!");

  private final String subject;
  private final String question;
  private final String otherQuestion;
  private final String answer;

  MailTopic(String subject, String question, String otherQuestion, String answer) {
    this.subject = subject;
    this.question = question;
    this.otherQuestion = otherQuestion;
    this.answer = answer;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String subject() {
    return subject;
  }

  List<String> questions() {
    return List.of(question, otherQuestion);
  }

  String answer() {
    return answer;
  }
}
