/** Blocks with everything they need: a surface for their inputs, and a fence around what can't be drawn. */
import type { KnownBlock } from '@slack/types';
import { Component, type ReactNode, useState } from 'react';
import type { Block, FormValues } from '../../protocol.ts';
import { SurfaceArea, type Where } from '../controls/surface.tsx';
import { BlockList } from './block-list.tsx';

/** The workspace has checked the blocks against Slack's rules before it passes them on. */
export function asKnown(blocks: readonly Block[]): readonly KnownBlock[] {
  return blocks as readonly { type: string }[] as readonly KnownBlock[];
}

interface Props {
  readonly where: Where;
  readonly blocks: readonly Block[];
}

export function BlockArea({ where, blocks }: Props): ReactNode {
  const [changed, setChanged] = useState<FormValues>({});
  const known = asKnown(blocks);
  return (
    <Fence>
      <SurfaceArea where={where} blocks={known} changed={changed} onChange={setChanged}>
        <BlockList blocks={known} />
      </SurfaceArea>
    </Fence>
  );
}

export class Fence extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <p className="problem">The playground could not draw this. It is drawn by Slack all the same.</p>;
  }
}
