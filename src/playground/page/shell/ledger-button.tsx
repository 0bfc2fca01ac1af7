import { type ReactNode, useEffect, useState } from 'react';
import type { Ledger } from '../../protocol.ts';
import { fetchLedger } from '../workspace/api.ts';
import { Dialog, DialogBody } from './dialog.tsx';
import { Scroller } from './scroller.tsx';

/** Says how far this workspace can be trusted to behave like Slack. */
export function LedgerButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        How close is this to Slack?
      </button>
      {isOpen && <LedgerDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function LedgerDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [ledger, setLedger] = useState<Ledger>([]);
  useEffect(() => {
    void fetchLedger().then((answer) => setLedger(answer ?? []));
  }, []);
  return (
    <Dialog title="How close is this to Slack?" onClose={onClose} wide>
      <DialogBody>
        <p>
          The bot here is the one that talks to Slack; only the workspace is a local stand-in. It does what Slack’s
          documentation says, as far as this list goes.
        </p>
        <Scroller label="What is emulated">
          <table>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">How close</th>
                <th scope="col">Notes</th>
              </tr>
            </thead>
            <tbody>
              {ledger.map((entry) => (
                <tr key={`${entry.group} ${entry.name}`}>
                  <th scope="row">
                    {entry.name} <small>{entry.group}</small>
                  </th>
                  <td>{entry.fidelity}</td>
                  <td>{entry.notes}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </DialogBody>
    </Dialog>
  );
}
