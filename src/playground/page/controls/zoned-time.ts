/** Between Unix seconds and the `YYYY-MM-DDTHH:MM` of a `datetime-local` input, in a zone that need not be the browser's. */
export function toZonedText(unixSeconds: number, timeZone: string): string {
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return words.format(unixSeconds * 1000).replace(' ', 'T');
}

/** `null` for text that is no date. A time that a change of clocks skips or repeats gives one of the neighbouring ones. */
export function fromZonedText(text: string, timeZone: string): number | null {
  const asUtc = Date.parse(`${text.slice(0, 16)}:00Z`) / 1000;
  if (text === '' || Number.isNaN(asUtc)) return null;
  const offset = Date.parse(`${toZonedText(asUtc, timeZone)}:00Z`) / 1000 - asUtc;
  const guess = asUtc - offset;
  // The offset may differ at the guessed moment itself.
  return guess + (asUtc - Date.parse(`${toZonedText(guess, timeZone)}:00Z`) / 1000);
}
