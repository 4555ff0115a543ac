import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";

/** A Service that a route sends traffic to, and where the route says so. */
export type Backend = {
  namespace: string;
  service: string;
  /** The Service's port by number or name; undefined when the route leaves it open. */
  port: string | number | undefined;
  serviceField: string;
  portField: string;
};

type Fields = Record<string, unknown>;

/** Kinds that send traffic from outside to Services, and how to read their backends. */
const READERS: Readonly<Record<string, (object: KubernetesObject) => Backend[]>> = {
  Ingress: ingressBackends,
  HTTPRoute: routeBackends,
  GRPCRoute: routeBackends,
  TLSRoute: routeBackends,
  TCPRoute: routeBackends,
  UDPRoute: routeBackends,
  IngressRoute: traefikBackends,
  IngressRouteTCP: traefikBackends,
  VirtualService: istioBackends,
  Route: openshiftBackends,
};
export const ROUTE_KINDS: readonly string[] = Object.keys(READERS);

/** The Services behind an Ingress, a Gateway API route, an IngressRoute of Traefik, a VirtualService or a Route. */
export function backendsOf(object: KubernetesObject): Backend[] {
  return READERS[object.kind]?.(object) ?? [];
}

function ingressBackends(object: KubernetesObject): Backend[] {
  const spec = recordOf(object.spec);
  const read = (backend: unknown, field: string) => ingressBackend(recordOf(backend), field, namespaceOf(object));
  return [
    ...read(spec.defaultBackend, "spec.defaultBackend"),
    ...read(spec.backend, "spec.backend"),
    ...recordsOf(spec.rules).flatMap(({ entry: rule, at }) =>
      recordsOf(recordOf(rule.http).paths).flatMap(({ entry: path, at: place }) =>
        read(path.backend, `spec.rules[${at}].http.paths[${place}].backend`),
      ),
    ),
  ];
}

/** networking.k8s.io/v1 nests the Service, the beta versions before it named it flat. */
function ingressBackend(backend: Fields, field: string, namespace: string): Backend[] {
  const service = recordOf(backend.service);
  if (typeof service.name === "string") {
    const { name, number } = recordOf(service.port);
    return [
      {
        namespace,
        service: service.name,
        port: portOf(name) ?? portOf(number),
        serviceField: `${field}.service.name`,
        portField: `${field}.service.port.${name === undefined ? "number" : "name"}`,
      },
    ];
  }
  if (typeof backend.serviceName !== "string") return [];
  return [
    {
      namespace,
      service: backend.serviceName,
      port: portOf(backend.servicePort),
      serviceField: `${field}.serviceName`,
      portField: `${field}.servicePort`,
    },
  ];
}

function routeBackends(object: KubernetesObject): Backend[] {
  return recordsOf(recordOf(object.spec).rules).flatMap(({ entry: rule, at }) =>
    recordsOf(rule.backendRefs).flatMap(({ entry: ref, at: place }) => {
      const isService = (ref.kind ?? "Service") === "Service" && (ref.group ?? "") === "";
      if (!isService || typeof ref.name !== "string") return [];
      const field = `spec.rules[${at}].backendRefs[${place}]`;
      const namespace = typeof ref.namespace === "string" ? ref.namespace : namespaceOf(object);
      return [
        {
          namespace,
          service: ref.name,
          port: portOf(ref.port),
          serviceField: `${field}.name`,
          portField: `${field}.port`,
        },
      ];
    }),
  );
}

function traefikBackends(object: KubernetesObject): Backend[] {
  return recordsOf(recordOf(object.spec).routes).flatMap(({ entry: route, at }) =>
    recordsOf(route.services).flatMap(({ entry: ref, at: place }) => {
      if ((ref.kind ?? "Service") !== "Service" || typeof ref.name !== "string") return [];
      const field = `spec.routes[${at}].services[${place}]`;
      const namespace = typeof ref.namespace === "string" ? ref.namespace : namespaceOf(object);
      return [
        {
          namespace,
          service: ref.name,
          port: portOf(ref.port),
          serviceField: `${field}.name`,
          portField: `${field}.port`,
        },
      ];
    }),
  );
}

function istioBackends(object: KubernetesObject): Backend[] {
  const spec = recordOf(object.spec);
  return ["http", "tls", "tcp"].flatMap((protocol) =>
    recordsOf(spec[protocol]).flatMap(({ entry: rule, at }) =>
      recordsOf(rule.route).flatMap(({ entry: route, at: place }) => {
        const { host, port } = recordOf(route.destination);
        if (typeof host !== "string") return [];
        const field = `spec.${protocol}[${at}].route[${place}].destination`;
        return [
          {
            ...serviceOfHost(host, namespaceOf(object)),
            port: portOf(recordOf(port).number),
            serviceField: `${field}.host`,
            portField: `${field}.port.number`,
          },
        ];
      }),
    ),
  );
}

/** "web", "web.shop" or "web.shop.svc.cluster.local". */
function serviceOfHost(host: string, namespace: string): { service: string; namespace: string } {
  const [service = host, owner] = host.split(".");
  return { service, namespace: owner ?? namespace };
}

function openshiftBackends(object: KubernetesObject): Backend[] {
  const { to, port } = recordOf(object.spec);
  const { kind, name } = recordOf(to);
  if ((kind ?? "Service") !== "Service" || typeof name !== "string") return [];
  return [
    {
      namespace: namespaceOf(object),
      service: name,
      port: portOf(recordOf(port).targetPort),
      serviceField: "spec.to.name",
      portField: "spec.port.targetPort",
    },
  ];
}

function portOf(value: unknown): string | number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value === "") return undefined;
  return /^\d+$/.test(value) ? Number(value) : value;
}
