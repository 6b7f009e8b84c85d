package io.customerhub.examples.quickstart.sample;

/**
 * A browser or an installed app.
 *
 * @param anonymousId what the shop knows it by
 * @param app whether it sends screens in place of pages
 * @param shared whether several people log in on it, and nobody looks around without
 * @param anonymous whether nobody ever logs in on it
 */
record Device(String anonymousId, boolean app, boolean shared, boolean anonymous) {}
