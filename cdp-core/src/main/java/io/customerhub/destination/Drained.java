package io.customerhub.destination;

/**
 * What closing did about news that waited.
 *
 * @param delivered how much was delivered while closing
 * @param left how much still waits in the outbox; it is delivered when a hub is opened again
 */
public record Drained(long delivered, long left) {}
