import type { ReactNode } from "react";
import { InitiativeControls } from "#components/roadmap/initiative-controls.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { InitiativeState } from "#lib/planning/roadmap.ts";
import { assignOwnerAction, stepInitiativeAction } from "./actions.ts";

type Props = {
  organization: string;
  assessment: string;
  initiatives: readonly Initiative[];
  progress: readonly { initiative: string; state: InitiativeState; ownerId: string | null }[];
  members: readonly { id: string; name: string }[];
};

/** The controls of every initiative, by its id. */
export function controlsOf({
  organization,
  assessment,
  initiatives,
  progress,
  members,
}: Props): Record<string, ReactNode> {
  return Object.fromEntries(
    initiatives.map(({ id, title }) => {
      const row = progress.find((each) => each.initiative === id);
      return [
        id,
        <InitiativeControls
          key={id}
          initiative={id}
          title={title}
          state={row?.state ?? "planned"}
          ownerId={row?.ownerId ?? null}
          members={members}
          step={stepInitiativeAction.bind(null, organization, assessment)}
          assign={assignOwnerAction.bind(null, organization, assessment)}
        />,
      ];
    }),
  );
}
