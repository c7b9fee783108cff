/** Sign-in: passwords, lockout and the life of a session. Pure; the time is passed in. */

const MINUTE = 60_000;

/** After this many wrong passwords in a row the account rests, and so does every name that does not exist. */
export const ATTEMPTS_BEFORE_LOCK = 5;
export const LOCK_MINUTES = 15;

/** A session ends after an hour without use, and after twelve in any case. */
export const IDLE_MINUTES = 60;
export const ABSOLUTE_HOURS = 12;

/** An expired session is remembered for this long, so that what its owner then sends can be kept for them. */
export const SESSION_KEPT_DAYS = 7;

/** The last use is written at most this often. */
export const TOUCH_MINUTES = 1;

export const isLocked = (lockedUntil: Date | null, now: Date): boolean =>
  lockedUntil !== null && now < lockedUntil;

/** What a wrong password leads to: the count, and the lock when it was one too many. */
export function afterWrongPassword(
  failedAttempts: number,
  now: Date,
): { failedAttempts: number; lockedUntil: Date | null } {
  const failed = failedAttempts + 1;
  return failed >= ATTEMPTS_BEFORE_LOCK
    ? { failedAttempts: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * MINUTE) }
    : { failedAttempts: failed, lockedUntil: null };
}

/** Is a session begun and last used at these times still alive? */
export const sessionLives = (session: { createdAt: Date; seenAt: Date }, now: Date): boolean =>
  now.getTime() < session.seenAt.getTime() + IDLE_MINUTES * MINUTE &&
  now.getTime() < session.createdAt.getTime() + ABSOLUTE_HOURS * 60 * MINUTE;

export const needsTouch = (seenAt: Date, now: Date): boolean =>
  now.getTime() - seenAt.getTime() >= TOUCH_MINUTES * MINUTE;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
