import type { ConfirmationDialog } from '@slack/types';
import type { ReactNode } from 'react';
import { Text } from '../blocks/rich-text.tsx';
import { Dialog, DialogBody } from '../shell/dialog.tsx';

interface Props {
  readonly of: ConfirmationDialog;
  readonly onConfirm: () => void;
  readonly onDeny: () => void;
}

export function Confirmation({ of, onConfirm, onDeny }: Props): ReactNode {
  return (
    <Dialog title={of.title?.text ?? 'Are you sure?'} onClose={onDeny}>
      <DialogBody>
        <Text of={of.text} />
      </DialogBody>
      <footer className="dialog-footer">
        <button type="button" className="button" onClick={onDeny}>
          {of.deny?.text ?? 'Cancel'}
        </button>
        <button type="button" className={`button button-${of.style ?? 'primary'}`} onClick={onConfirm}>
          {of.confirm?.text ?? 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
