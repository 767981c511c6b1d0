import { join } from 'node:path';
import type { ClusterPlace } from '../cluster-place';

/** Path of the file that tells kwok what becomes of pods. */
export function podStagesPath(place: ClusterPlace): string {
  return join(place.folder, 'pod-stages.yaml');
}

interface Condition {
  readonly key: string;
  readonly operator: 'Exists' | 'DoesNotExist' | 'In';
  readonly values?: readonly string[];
}

const runs: Condition = { key: '.status.phase', operator: 'In', values: ['Running'] };
const alive: Condition = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' };

const readyConditions = `conditions:
${['Initialized', 'Ready', 'ContainersReady'].map((type) => conditionOf(type)).join('\n')}
{{ range .spec.readinessGates }}
${conditionOf('{{ .conditionType | Quote }}')}
{{ end }}`;

function conditionOf(type: string): string {
  return `- {type: ${type}, status: "True", lastTransitionTime: {{ Now | Quote }}}`;
}

/** What a kubelet would tell of a pod that it started: all containers run, those that prepare it are done. */
const running = `{{ $now := Now }}
${readyConditions}
phase: Running
startTime: {{ $now | Quote }}
hostIP: {{ NodeIPWith .spec.nodeName | Quote }}
podIP: {{ PodIPWith .spec.nodeName (or .spec.hostNetwork false) (or .metadata.uid "") (or .metadata.name "") (or .metadata.namespace "") | Quote }}
containerStatuses:
{{ range .spec.containers }}
- {name: {{ .name | Quote }}, image: {{ .image | Quote }}, ready: true, restartCount: 0, state: {running: {startedAt: {{ $now | Quote }}}}}
{{ end }}
initContainerStatuses:
{{ range .spec.initContainers }}
{{ if eq .restartPolicy "Always" }}
- {name: {{ .name | Quote }}, image: {{ .image | Quote }}, ready: true, started: true, restartCount: 0, state: {running: {startedAt: {{ $now | Quote }}}}}
{{ else }}
- {name: {{ .name | Quote }}, image: {{ .image | Quote }}, ready: true, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }}}}}
{{ end }}
{{ end }}
`;

const completed = `{{ $now := Now }}
phase: Succeeded
containerStatuses:
{{ range .spec.containers }}
- {name: {{ .name | Quote }}, image: {{ .image | Quote }}, ready: false, started: false, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed, startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }}}}}
{{ end }}
`;

/**
 * What becomes of pods on simulated nodes (kwok.x-k8s.io/v1alpha1 Stage), as kwok's own stages, and one more: a pod that
 * the controllers call unready, because its node was silent while the API server was away, is ready again. A kubelet
 * would say so; kwok by itself never does.
 */
export function podStages(): string {
  const stages = [
    stage('pod-runs', [alive, { key: '.status.podIP', operator: 'DoesNotExist' }], { statusTemplate: running }),
    stage(
      'pod-is-ready-again',
      [
        alive,
        runs,
        { key: '.status.conditions.[] | select( .type == "Ready" ) | .status', operator: 'In', values: ['False'] },
      ],
      { statusTemplate: readyConditions },
    ),
    stage(
      'pod-completes',
      [alive, runs, { key: '.metadata.ownerReferences.[].kind', operator: 'In', values: ['Job'] }],
      { statusTemplate: completed },
    ),
    stage('pod-is-deleted', [{ key: '.metadata.deletionTimestamp', operator: 'Exists' }], {
      finalizers: { empty: true },
      delete: true,
    }),
  ];
  return stages.map((one) => `${JSON.stringify(one, undefined, 2)}\n`).join('---\n');
}

function stage(name: string, matchExpressions: readonly Condition[], next: object): object {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: { resourceRef: { apiGroup: 'v1', kind: 'Pod' }, selector: { matchExpressions }, next },
  };
}
