package io.customerhub.crm;

/** By which means people are talked to. */
public enum Channel {
  /** A telephone or video call. */
  CALL,
  /** An e-mail. */
  EMAIL,
  /** A meeting in one place. */
  MEETING,
  /** A message in a chat, text messages included. */
  CHAT,
  /** An internal note, which reaches nobody. */
  NOTE
}
