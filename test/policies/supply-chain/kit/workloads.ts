import type { JsonObject } from '../../../../resources/resource';

/** A Deployment with this pod. */
export function deployment(spec: JsonObject): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'connector', namespace: 'platform-logging' },
    spec: { replicas: 2, template: { spec } },
  };
}

/** A pod. */
export function pod(spec: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', namespace: 'p01-proc-server' }, spec };
}

/** A database cluster with this image, or with none. */
export function database(imageName: string | undefined): JsonObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'proc-cases', namespace: 'p01-proc-database' },
    spec: imageName === undefined ? { instances: 2 } : { instances: 2, imageName },
  };
}
