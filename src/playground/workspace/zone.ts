/** The offset of an IANA zone from UTC at a moment, in seconds, and its English name, as Slack's users carry them. */
export function zoneOffset(timeZone: string, at: number): { readonly offset: number; readonly label: string } {
  const part = (timeZoneName: 'longOffset' | 'long') =>
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(part('longOffset')) ?? [];
  const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return { offset: sign === '-' ? -size : size, label: part('long') };
}
