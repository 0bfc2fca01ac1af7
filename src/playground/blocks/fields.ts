import * as z from 'zod';
import { confirm, id, plainText } from './composition.ts';
import { limits } from './limits.ts';

/** Fields that many elements share, to be spread into them. */

export const action = { action_id: id };
export const focus = { focus_on_load: z.boolean().optional() };
export const placeholder = { placeholder: plainText(limits.placeholder).optional() };
export const confirmed = { confirm: confirm.optional() };
export const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
};
export const label = { accessibility_label: z.string().min(1).max(limits.accessibilityLabel).optional() };
export const colour = { style: z.enum(['primary', 'danger']).optional() };
