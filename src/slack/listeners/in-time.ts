/** Slack wants an acknowledgement within three seconds. */

/** What `work` gives, or `null` where it takes longer; it goes on all the same. */
export async function inTime<T>(work: Promise<T>, ms = ACKNOWLEDGE_MS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Leaves a second for the way back. */
const ACKNOWLEDGE_MS = 2000;
