import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { FormValues, View } from '../../protocol.ts';
import { asKnown, Fence } from '../blocks/block-area.tsx';
import { BlockList } from '../blocks/block-list.tsx';
import { collectValues } from '../controls/form.ts';
import { SurfaceArea } from '../controls/surface.tsx';
import { attempt, useWorkspace } from '../workspace/page.ts';
import { Dialog, DialogBody } from './dialog.tsx';

/** The app's modals: the last one is on screen, the ones below keep what was typed in them. */
export function Modals(): ReactNode {
  const { modals } = useWorkspace();
  const [changed, setChanged] = useState<Readonly<Record<string, FormValues>>>({});
  const view = modals.at(-1)?.view;
  if (view === undefined) return null;
  return (
    <ViewDialog
      key={view.id}
      of={view}
      changed={changed[view.id] ?? {}}
      onChange={(values) => setChanged({ ...changed, [view.id]: values })}
    />
  );
}

interface Props {
  readonly of: View;
  readonly changed: FormValues;
  readonly onChange: (changed: FormValues) => void;
}

function ViewDialog({ of, changed, onChange }: Props): ReactNode {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const blocks = asKnown(of.blocks);

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('.field-invalid :is(input, select, textarea)')?.focus();
  }, [errors]);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setWaiting(true);
    const values = collectValues(blocks, changed, of.state.values);
    const outcome = await attempt('view-submit', { viewId: of.id, values });
    setWaiting(false);
    setFailure(outcome.ok ? null : outcome.message);
    setErrors((outcome.ok && outcome.errors) || {});
  };

  const close = async (): Promise<void> => {
    const outcome = await attempt('view-close', { viewId: of.id });
    setFailure(outcome.ok ? null : outcome.message);
  };

  return (
    <Dialog title={of.title?.text ?? ''} onClose={close}>
      <form ref={form} noValidate onSubmit={submit}>
        <DialogBody>
          <Fence key={of.hash}>
            <SurfaceArea
              where={{ viewId: of.id }}
              blocks={blocks}
              known={of.state.values}
              errors={errors}
              changed={changed}
              onChange={onChange}
            >
              <BlockList blocks={blocks} />
            </SurfaceArea>
          </Fence>
        </DialogBody>
        <footer className="dialog-footer">
          {failure !== null && (
            <p className="problem" role="alert">
              {failure}
            </p>
          )}
          <button type="button" className="button" onClick={close}>
            {of.close?.text ?? (of.submit ? 'Cancel' : 'Close')}
          </button>
          {of.submit && (
            <button type="submit" className="button button-primary" disabled={waiting}>
              {of.submit.text}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
