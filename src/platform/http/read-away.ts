/** What is turned away as too large is still read, to a point: many clients show the answer only when they have been let to send. */

const MOST_READ_AWAY = 256 * 1024 * 1024;

export async function readAway({ body }: Request): Promise<void> {
  if (!body || body.locked) return;
  let left = MOST_READ_AWAY;
  for await (const chunk of body) {
    left -= chunk.byteLength;
    if (left < 0) return;
  }
}
