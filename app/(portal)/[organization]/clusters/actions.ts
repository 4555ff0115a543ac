"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { changeCluster } from "#lib/server/services/clusters/change-cluster.ts";
import { changeScanSettings } from "#lib/server/services/clusters/change-scan-settings.ts";
import { createCluster } from "#lib/server/services/clusters/create-cluster.ts";
import { scanAgain } from "#lib/server/services/scans/scan-again.ts";
import { fieldsOfCluster } from "./fields-of-cluster.ts";
import { fieldsOfScanSettings } from "./fields-of-scan-settings.ts";

export async function createClusterAction(organization: string, fields: FormData) {
  const outcome = await act(organization, (actor) => createCluster(actor, fieldsOfCluster(fields)));
  revalidatePath(`/${organization}/clusters`);
  return outcome;
}

export async function changeClusterAction(organization: string, cluster: string, fields: FormData) {
  const outcome = await act(organization, (actor) => changeCluster(actor, { cluster, ...fieldsOfCluster(fields) }));
  revalidatePath(`/${organization}/clusters`);
  return outcome;
}

/** Stores the thresholds and judges the newest snapshot by them. */
export async function changeScanSettingsAction(organization: string, cluster: string, fields: FormData) {
  const outcome = await act(organization, async (actor) => {
    await changeScanSettings(actor, { cluster, ...fieldsOfScanSettings(fields) });
    return scanAgain(actor, { cluster });
  });
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
