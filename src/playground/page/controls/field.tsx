/** How an element is tied to its block: who labels it, whether a change is told to the app at once. */
import type { ConfirmationDialog } from '@slack/types';
import { createContext, use } from 'react';
import type { ElementState } from '../../protocol.ts';
import { useSurface } from './surface.tsx';

export interface Field {
  readonly blockId: string;
  /** Set inside an `input` block: ids of the label and of what else describes the input. */
  readonly labelId?: string;
  readonly controlId?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
  /** Whether a change is sent at once. Outside `input` blocks always; inside only with `dispatch_action`. */
  readonly dispatches: boolean;
}

export const FieldContext = createContext<Field>({ blockId: '', dispatches: true });

interface FieldUse {
  readonly held: ElementState | undefined;
  readonly field: Field;
  /** Holds the new state, and sends it where the block wants that. */
  change(state: ElementState): void;
  hold(state: ElementState): void;
  send(state?: ElementState): void;
  /** What assistive technology needs on the focusable element. */
  readonly aria: Readonly<Record<string, string | boolean | undefined>>;
}

interface Actionable {
  readonly action_id?: string;
  readonly confirm?: ConfirmationDialog;
}

export function useField(element: Actionable, label: string): FieldUse {
  const field = use(FieldContext);
  const surface = useSurface();
  const actionId = element.action_id ?? '';
  const { blockId } = field;
  const hold = (state: ElementState): void => surface.hold(blockId, actionId, state);
  const send = (state?: ElementState): void =>
    surface.send({ blockId, actionId, confirm: element.confirm, ...(state === undefined ? {} : { state }) });
  return {
    held: surface.values[blockId]?.[actionId],
    field,
    hold,
    send,
    change: (state) => (field.dispatches ? send(state) : hold(state)),
    aria: {
      id: field.controlId,
      'aria-labelledby': field.labelId,
      'aria-label': field.labelId === undefined ? label : undefined,
      'aria-describedby': field.describedBy,
      'aria-invalid': field.invalid || undefined,
      'aria-required': field.required || undefined,
    },
  };
}
