import type { DataTableBlock, TableBlock } from '@slack/types';
import { type ReactNode, useState } from 'react';
import { Scroller } from '../shell/scroller.tsx';
import { inOrder } from './in-order.ts';
import { RichText } from './rich-text.tsx';

type Cell = TableBlock['rows'][number][number];

/** `table` and `data_table`. The first row holds the columns' names. */
export function Table({ of }: { readonly of: TableBlock | DataTableBlock }): ReactNode {
  const [header = [], ...rows] = of.rows;
  const data = of.type === 'data_table' ? of : null;
  const pageSize = data?.page_size ?? rows.length;
  const [shown, setShown] = useState(pageSize);
  const more = Math.min(pageSize, rows.length - shown);
  return (
    <div className="block">
      <Scroller label={data?.caption ?? 'Table'}>
        <table>
          {data !== null && <caption>{data.caption}</caption>}
          <thead>
            <tr>
              {inOrder(header, (cell) => (
                <th scope="col">
                  <CellText of={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(rows.slice(0, shown), (row) => (
              <tr>
                {inOrder(row, (cell, column) =>
                  column === data?.row_header_column_index ? (
                    <th scope="row">
                      <CellText of={cell} />
                    </th>
                  ) : (
                    <td className={cell.type === 'raw_number' ? 'number' : undefined}>
                      <CellText of={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {more > 0 && (
        <button type="button" className="button" onClick={() => setShown(shown + more)}>
          Show {more} more {more === 1 ? 'row' : 'rows'}
        </button>
      )}
    </div>
  );
}

function CellText({ of }: { readonly of: Cell }): ReactNode {
  return of.type === 'rich_text' ? <RichText elements={of.elements} /> : of.text;
}
