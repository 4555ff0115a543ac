import { containersOf } from "#lib/kubernetes/containers.ts";
import type { ContainerInPod, Workload } from "#lib/kubernetes/pod.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { imageName } from "./running-program.ts";

/** Names of images that keep data: databases, queues, object stores, search. */
const STORES =
  /^(postgres(ql)?|postgis|timescaledb(-ha)?|pgvector|spilo(-\d+)?|mysql(-server)?|percona(-server|-xtradb-cluster)?|mariadb(-galera)?|mongo(db)?(-community-server)?|redis(-stack|-stack-server|-cluster)?|valkey|keydb|cassandra|scylla|couchdb|couchbase|elasticsearch|opensearch|solr|neo4j|influxdb|clickhouse(-server)?|cockroach|yugabyte|tidb|tikv|kafka|cp-kafka|redpanda|rabbitmq|zookeeper|etcd|minio|seaweedfs|rethinkdb|arangodb|dgraph|qdrant|weaviate|milvus|mssql|server:mssql|oracle-xe|db2|ravendb|eventstore|pulsar(-all)?|vault)$/;

/** First words of commands that call a store from the same image instead of being it. */
const CLIENT =
  /(^|\/)(psql|pg_\w+|mysqldump|mysqladmin|mongodump|mongosh|redis-cli|etcdctl|mc|kafka-[\w-]+|sleep|[\w-]*exporter)$/;

/** Volume sources that outlive the pod and its node. */
const LASTING = [
  "persistentVolumeClaim",
  "nfs",
  "awsElasticBlockStore",
  "gcePersistentDisk",
  "azureDisk",
  "azureFile",
  "cephfs",
  "rbd",
  "iscsi",
  "fc",
  "glusterfs",
  "cinder",
  "vsphereVolume",
  "portworxVolume",
  "scaleIO",
  "storageos",
  "quobyte",
];

/** The container of a workload that is a database or another store of data, by the name of its image. */
export function storeOf(workload: Workload): ContainerInPod | undefined {
  return containersOf(workload).find(({ container, role }) => {
    if (role !== "container" || !STORES.test(imageName(container.image))) return false;
    const [first = ""] = [...stringsOf(container.command), ...stringsOf(container.args)];
    return !CLIENT.test(first);
  });
}

/** Names of the volumes of the pod that outlive it, those that a StatefulSet claims for it included. */
export function lastingVolumesOf(workload: Workload): Set<string> {
  const claimed = recordsOf(recordOf(workload.object.spec).volumeClaimTemplates).map(({ entry }) =>
    String(recordOf(entry.metadata).name),
  );
  const own = recordsOf(workload.pod.volumes)
    .filter(({ entry }) => LASTING.some((source) => entry[source] !== undefined && entry[source] !== null))
    .map(({ entry }) => String(entry.name));
  return new Set([...claimed, ...own]);
}

export type FleetingVolume = { name: string; field: string; words: string };

/** The volumes of the pod that go with it or stay behind on one node. */
export function fleetingVolumesOf(workload: Workload): FleetingVolume[] {
  return recordsOf(workload.pod.volumes).flatMap(({ entry, at }) => {
    const field = `${workload.podField}.volumes[${at}]`;
    const name = String(entry.name);
    if (entry.emptyDir !== undefined)
      return [{ name, field: `${field}.emptyDir`, words: `volume "${name}" is an emptyDir, which ends with the pod` }];
    const { path } = recordOf(entry.hostPath);
    if (entry.hostPath === undefined) return [];
    return [
      {
        name,
        field: `${field}.hostPath`,
        words: `volume "${name}" is ${path} on one node, and stays there when the pod moves`,
      },
    ];
  });
}
