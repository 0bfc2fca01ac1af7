import { describe, expect, it } from 'vitest';
import { validateView } from '../../src/playground/blocks/view.ts';

import { input, option, plain, x } from './sample-blocks.ts';

describe('views', () => {
  const modal = (extra: object = {}) => ({ type: 'modal', title: plain('Title'), blocks: [], ...extra });
  const viewProblems = (view: unknown) => {
    const checked = validateView(view);
    return checked.ok ? [] : checked.problems;
  };

  it.each([
    [
      'title',
      (n: number) => modal({ title: plain(x(n)) }),
      24,
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'submit',
      (n: number) => modal({ submit: plain(x(n)) }),
      24,
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'close',
      (n: number) => modal({ close: plain(x(n)) }),
      24,
      'must be less than 25 characters [json-pointer:/view/close/text]',
    ],
    [
      'private_metadata',
      (n: number) => modal({ private_metadata: x(n) }),
      3000,
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'callback_id',
      (n: number) => modal({ callback_id: x(n) }),
      255,
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
  ])('take %s at the limit and refuse one more', (_what, view, largest, problem) => {
    expect(viewProblems(view(largest))).toEqual([]);
    expect(viewProblems(view(largest + 1))).toEqual([
      'failed to match all allowed schemas [json-pointer:/view]',
      problem,
    ]);
  });

  it('need a submit button when they have inputs', () => {
    const blocks = [input({ type: 'plain_text_input' })];
    expect(viewProblems(modal({ blocks }))).toContain('missing required field: submit [json-pointer:/view]');
    expect(viewProblems(modal({ blocks, submit: plain('Go') }))).toEqual([]);
  });

  it('start with the initial values of their inputs', () => {
    const time = input({ type: 'timepicker', action_id: 't', initial_time: '09:00' }, { block_id: 'time' });
    const days = input({ type: 'checkboxes', action_id: 'd', options: [option('mon')] }, { block_id: 'days' });
    expect(validateView(modal({ submit: plain('Go'), blocks: [time, days] }))).toMatchObject({
      view: {
        values: {
          time: { t: { type: 'timepicker', selected_time: '09:00' } },
          days: { d: { type: 'checkboxes', selected_options: [] } },
        },
      },
    });
  });
});
