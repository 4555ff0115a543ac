import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { Badge } from "#components/ui/badge.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { LayerId } from "#lib/catalog/framework.ts";

export type OwnQuestionLine = {
  id: string;
  asks: string;
  title: string;
  dimension: string;
  layer: LayerId;
  initiative: string;
  /** A newer file left it out. */
  removed: boolean;
};

/** The organization's questions with what is true when they are met, and what closes them. */
export function OwnQuestionTable({ questions }: { questions: readonly OwnQuestionLine[] }) {
  return (
    <TableFrame label="Own questions">
      <table className="data-table min-w-[52rem] table-fixed">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Met when</th>
            <th scope="col" className="w-40">
              Dimension
            </th>
            <th scope="col" className="w-28">
              Layer
            </th>
            <th scope="col">Closed by</th>
          </tr>
        </thead>
        <tbody>
          {questions.map(({ id, asks, title, dimension, layer, initiative, removed }) => (
            <tr key={id} className={removed ? "text-muted" : undefined}>
              <th scope="row" className="wrap-anywhere">
                {asks}
                <span className="mt-1 flex flex-wrap items-center gap-2 font-mono font-normal text-muted text-xs">
                  {id}
                  {removed && <Badge>asked no more</Badge>}
                </span>
              </th>
              <td className="wrap-anywhere">{title}</td>
              <td className="wrap-anywhere">{dimension}</td>
              <td>{LAYER_NAMES[layer]}</td>
              <td className="wrap-anywhere">{initiative}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
