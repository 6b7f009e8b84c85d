package io.customerhub.intake;

/**
 * What is known about who sends messages.
 *
 * @param source the name of the system
 * @param fromProperties whether e-mail and phone among the properties are the person's own
 * @param sentAnew whether sentAt is set anew for each attempt to deliver
 */
record Sender(String source, boolean fromProperties, boolean sentAnew) {}
