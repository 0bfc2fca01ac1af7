import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderForm } from '../../src/bot/subscribing.ts';
import { weekdays } from '../../src/core/digest/days.ts';
import { allZones } from '../../src/core/digest/zone-names.ts';
import { validateView } from '../../src/playground/blocks/view.ts';
import { buildDigestForm, type FormValues, readDigestForm, suggestZones } from '../../src/slack/digests/form.ts';
import { anySubscription } from '../core/arbitrary-reply.ts';

const NOW = Date.parse('2024-04-02T12:00:00Z');

const anyForm: fc.Arbitrary<OrderForm> = fc
  .record({
    known: fc.option(anySubscription),
    fresh: anySubscription,
    zone: fc.constantFrom(...allZones()),
    isHome: fc.boolean(),
  })
  .map(({ known, fresh, zone, isHome }) => {
    const { channelId, time, days, count } = known ?? fresh;
    return {
      channelId: isHome && known === null ? '' : channelId,
      time,
      zone: known?.zone ?? zone,
      days,
      count,
      known,
    };
  });

function build(form: OrderForm) {
  const checked = validateView(buildDigestForm(form, NOW));
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  return checked.view;
}

describe('the digest form', () => {
  it('is a view that Slack takes, and sent as it is gives back what it was made of', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const read = readDigestForm(build(form).values as FormValues);
        const { channelId, time, zone, days, count } = form;
        if (channelId === '') expect(read).toEqual({ ok: false, errors: { digest_channel: 'Choose a channel.' } });
        else expect(read).toMatchObject({ ok: true, order: { channelId, time, zone, days, count } });
      }),
    );
  });

  it('says at each field what is missing', () => {
    const view = build({ channelId: 'C1', time: '09:00', zone: 'UTC', days: ['mon'], count: 3, known: null });
    const values = Object.fromEntries(
      Object.entries(view.values).map(([block, states]) => [
        block,
        Object.fromEntries(Object.keys(states).map((action) => [action, {}])),
      ]),
    );
    expect(readDigestForm(values)).toEqual({
      ok: false,
      errors: {
        digest_channel: 'Choose a channel.',
        'digest_time.new': 'Choose a time, such as 09:00.',
        'digest_zone.new': 'Choose a time zone: type a city, such as London.',
        'digest_days.new': 'Choose at least one day.',
        'digest_count.new': 'Choose a number from 1 to 5.',
      },
    });
  });

  it('takes no time zone, day or number that it did not offer', () => {
    const view = build({ channelId: 'C1', time: '09:00', zone: 'UTC', days: ['mon'], count: 3, known: null });
    const values = structuredClone(view.values) as Record<string, Record<string, object>>;
    values['digest_zone.new'] = { digest_zone: { selected_option: { value: '+02:00' } } };
    values['digest_days.new'] = { digest_days: { selected_options: [{ value: 'someday' }] } };
    values['digest_count.new'] = { digest_count: { selected_option: { value: '99' } } };
    const read = readDigestForm(values as FormValues);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(['digest_zone.new', 'digest_days.new', 'digest_count.new']);
  });

  it('keeps what was typed for as long as it is about the same order, and no longer', () => {
    const order = { time: '09:00', zone: 'UTC', days: [...weekdays], count: 3 };
    const blocks = (form: OrderForm) => build(form).blocks.map(({ block_id }) => block_id);
    const fresh = { ...order, channelId: 'C1', known: null };
    expect(blocks(fresh)).toEqual(blocks({ ...fresh, channelId: 'C2' }));
    const known = fc.sample(anySubscription, 1)[0] ?? null;
    const time = (ids: readonly string[]) => ids.find((id) => id.startsWith('digest_time'));
    expect(time(blocks({ ...fresh, known }))).not.toBe(time(blocks(fresh)));
  });

  it('offers zones with the time there, by which people know their own', () => {
    const [london] = suggestZones('london', NOW);
    expect(london).toMatchObject({ value: 'Europe/London', text: { text: 'Europe/London, now 13:00' } });
  });
});
