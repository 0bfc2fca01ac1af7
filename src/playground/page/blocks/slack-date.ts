/** The date formats of `<!date^…>` and rich text dates, in the viewing person's time zone. */
const TOKENS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: { day: 'numeric', month: 'long' },
  date_long: { dateStyle: 'full' },
  date_long_full: { dateStyle: 'long' },
  date_long_pretty: { dateStyle: 'full' },
  date_pretty: { day: 'numeric', month: 'long' },
  date_short: { dateStyle: 'medium' },
  date_short_pretty: { dateStyle: 'medium' },
  date_slash: { dateStyle: 'short' },
  day_divider_pretty: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** Fills the `{token}`s of a Slack date format; one that is not known stays as it is. */
export function formatSlackDate(unixSeconds: number, format: string, timeZone: string): string {
  const words = (locale: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(unixSeconds * 1000);
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    // The one locale that writes dates as YYYY-MM-DD.
    if (name === 'date_num') return words('sv-SE', { dateStyle: 'short' });
    const options = TOKENS[name];
    return options === undefined ? token : words('en-GB', options);
  });
}
