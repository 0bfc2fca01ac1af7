import type { ContextActionsBlockElement } from '@slack/types';
import type { ReactNode } from 'react';
import { Button, Feedback, IconAction } from './buttons.tsx';
import { Choices } from './choices.tsx';
import type { Control } from './form.ts';
import { DateInput, MomentInput, TextInput, TimeInput } from './inputs.tsx';
import { OverflowMenu, SeveralSelect, SingleSelect } from './selects.tsx';

/** An interactive element, whatever its type. */
export function Element({ of }: { readonly of: Control | ContextActionsBlockElement }): ReactNode {
  switch (of.type) {
    case 'button':
    case 'workflow_button':
      return <Button of={of} />;
    case 'feedback_buttons':
      return <Feedback of={of} />;
    case 'icon_button':
      return <IconAction of={of} />;
    case 'overflow':
      return <OverflowMenu of={of} />;
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
      return <SingleSelect of={of} />;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <SeveralSelect of={of} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices of={of} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput of={of} />;
    case 'datepicker':
      return <DateInput of={of} />;
    case 'timepicker':
      return <TimeInput of={of} />;
    case 'datetimepicker':
      return <MomentInput of={of} />;
    case 'file_input':
    case 'rich_text_input':
      return <p className="problem">The playground has no {of.type.replaceAll('_', ' ')}.</p>;
  }
}
