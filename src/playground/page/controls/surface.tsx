/** The message or view that interactive elements stand in: what they hold, and what happens when one is used. */
import type { ConfirmationDialog, KnownBlock } from '@slack/types';
import { createContext, type ReactNode, use, useState } from 'react';
import type { ActionRequest, ElementState, Failure, FormValues, OptionsDone } from '../../protocol.ts';
import { attempt } from '../workspace/page.ts';
import { Confirmation } from './confirmation.tsx';
import { collectValues } from './form.ts';

export type Where = Pick<ActionRequest, 'channelId' | 'messageTs'> | Pick<ActionRequest, 'viewId'>;

export interface Use {
  readonly blockId: string;
  readonly actionId: string;
  readonly state?: ElementState;
  readonly confirm?: ConfirmationDialog | undefined;
}

interface Surface {
  readonly values: FormValues;
  /** By block id, after a submission that was refused. */
  readonly errors: Readonly<Record<string, string>>;
  /** Remembers a choice without telling the app. */
  hold(blockId: string, actionId: string, state: ElementState): void;
  /** Asks the app what a menu offers for what was typed; `null` where it gives nothing. */
  suggest(blockId: string, actionId: string, query: string): Promise<OptionsDone['options'] | null>;
  /** Tells the app, after asking where the element wants that. */
  send(use: Use): void;
}

const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = use(SurfaceContext);
  if (surface === null) throw new Error('Interactive elements need a <SurfaceArea> around them.');
  return surface;
}

interface AreaProps {
  readonly where: Where;
  readonly blocks: readonly KnownBlock[];
  /** What the workspace knows the inputs to hold. */
  readonly known?: FormValues;
  readonly errors?: Readonly<Record<string, string>>;
  readonly changed: FormValues;
  readonly onChange: (changed: FormValues) => void;
  readonly children: ReactNode;
}

const NOTHING = {};

export function SurfaceArea(props: AreaProps): ReactNode {
  const { where, blocks, known = NOTHING, errors = NOTHING, changed, onChange, children } = props;
  const [asking, setAsking] = useState<Use | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const values = collectValues(blocks, changed, known);

  const hold: Surface['hold'] = (blockId, actionId, state) =>
    onChange({ ...changed, [blockId]: { ...changed[blockId], [actionId]: state } });

  const request = async ({ blockId, actionId, state }: Use): Promise<void> => {
    if (state !== undefined && state.type !== 'overflow') hold(blockId, actionId, state);
    const held = state === undefined ? values : { ...values, [blockId]: { ...values[blockId], [actionId]: state } };
    const body = { ...where, blockId, actionId, values: held };
    const outcome = await attempt('action', state === undefined ? body : { ...body, state });
    setFailure(outcome.ok ? null : outcome);
  };

  const suggest: Surface['suggest'] = async (blockId, actionId, query) => {
    const outcome = await attempt('options', { ...where, blockId, actionId, query });
    return outcome.ok ? outcome.options : null;
  };

  const send = (use: Use): void => {
    if (use.confirm === undefined) void request(use);
    else setAsking(use);
  };

  return (
    <SurfaceContext value={{ values, errors, hold, suggest, send }}>
      {children}
      {failure !== null && (
        <p className="problem" role="alert">
          {failure.message}
        </p>
      )}
      {asking?.confirm !== undefined && (
        <Confirmation
          of={asking.confirm}
          onDeny={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            void request(asking);
          }}
        />
      )}
    </SurfaceContext>
  );
}
