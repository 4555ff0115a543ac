"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { changeCluster } from "#lib/server/services/clusters/change-cluster.ts";
import { createCluster } from "#lib/server/services/clusters/create-cluster.ts";
import { fieldsOfCluster } from "./fields-of-cluster.ts";

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
