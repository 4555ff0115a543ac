"use server";
import { act } from "#app/door/act.ts";
import { addCommand } from "#lib/server/services/attachments/add-command.ts";
import { addLink } from "#lib/server/services/attachments/add-link.ts";
import { readEvidence } from "#lib/server/services/attachments/read-evidence.ts";
import { withdrawEvidence } from "#lib/server/services/attachments/withdraw-evidence.ts";

type Described = { question: string; title: string; observedOn: string; validUntil: string };

/** Nothing is revalidated: the shelf reads anew by itself, and other pages when they are opened. */
export async function readEvidenceAction(organization: string, assessment: string) {
  return act(organization, (actor) => readEvidence(actor, { assessment }));
}

export async function addLinkAction(organization: string, assessment: string, link: Described & { url: string }) {
  return act(organization, (actor) => addLink(actor, { ...link, assessment }));
}

export async function addCommandAction(
  organization: string,
  assessment: string,
  command: Described & { command: string; output: string },
) {
  return act(organization, (actor) => addCommand(actor, { ...command, assessment }));
}

export async function withdrawEvidenceAction(organization: string, assessment: string, item: string, reason: string) {
  return act(organization, (actor) => withdrawEvidence(actor, { assessment, item, reason }));
}
