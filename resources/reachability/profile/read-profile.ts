import type { Cidr } from '../../../model/address/cidr';
import { textMapAt } from '../../json-path';
import type { Resource } from '../../resource';
import type { PolicyTrouble } from '../policy/policy';
import { Troubles } from '../policy/troubles';
import type { NetworkProfile } from '../solve/bind-rules';

/** What is known of a network plugin, and what of its settings can't be understood. */
export interface ReadProfile {
  readonly profile: NetworkProfile;
  readonly troubles: readonly PolicyTrouble[];
}

/** The network plugins that have a name here; of others nobody knows what they make of policies. */
export const plugins = ['cilium', 'unknown'] as const;

/** Name of a network plugin. */
export type Plugin = (typeof plugins)[number];

/** What plugins do as they come, where no settings of theirs are known. */
const profiles: Readonly<Record<Plugin, NetworkProfile>> = {
  cilium: { blocksTakePods: 'never', identityLabels: [] },
  unknown: { blocksTakePods: 'unknown' },
};

/**
 * What the network plugin of a cluster makes of policies: as its settings say, where Cilium's are among the objects, or as
 * the plugin does that somebody names.
 */
export function readProfile(
  resources: readonly Resource[],
  nodes?: readonly Cidr[],
  named: Plugin = 'unknown',
): ReadProfile {
  const ofNodes = nodes === undefined ? {} : { nodes };
  const settings = resources.find(isPluginSettings);
  if (settings === undefined) return { profile: { ...profiles[named], ...ofNodes }, troubles: [] };
  const values = textMapAt(settings.body, 'data');
  const modes = (values.get('policy-cidr-match-mode') ?? '').split(/[\s,]+/);
  const troubles = new Troubles(settings);
  const isInMesh = (values.get('cluster-id') ?? '0') !== '0';
  return {
    profile: {
      ...ofNodes,
      blocksTakePods: modes.includes('pods') ? 'unknown' : 'never',
      blocksTakeNodes: modes.includes('nodes'),
      withoutPolicy: values.get('enable-policy') === 'always' ? 'closed' : 'open',
      identityLabels: readPatterns(values.get('labels') ?? '', troubles),
      selectorsTakeMesh: isInMesh && values.get('policy-default-local-cluster') !== 'true',
    },
    troubles: troubles.list,
  };
}

/** The object that holds the settings which the agents of Cilium read. */
export const pluginSettings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'kube-system',
  name: 'cilium-config',
} as const;

/** How many entries the policy map of an endpoint may have, as the settings among some objects say; undefined where none do. */
export function readPolicyMapSize(resources: readonly Resource[]): number | undefined {
  const written = textMapAt(resources.find(isPluginSettings)?.body, 'data').get('bpf-policy-map-max') ?? '';
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}

/** Whether an object is that. */
export function isPluginSettings(resource: Pick<Resource, keyof typeof pluginSettings>): boolean {
  const { apiVersion, kind, namespace, name } = pluginSettings;
  const isKind = resource.apiVersion === apiVersion && resource.kind === kind;
  return isKind && resource.namespace === namespace && resource.name === name;
}

/** Patterns of labels: literal characters, what is escaped, and any number of any; no other makes a search that ends soon. */
const PATTERN = /^(?:k8s|any)?:?!?\^?(?:[A-Za-z0-9/_-]|\\[./-]|\.\*|\.)*\$?$/;

function readPatterns(text: string, troubles: Troubles): readonly string[] {
  const patterns = text.split(/\s+/).filter((one) => one !== '');
  const wrong = patterns.find((one) => !PATTERN.test(one));
  if (wrong !== undefined) troubles.add('data.labels', wrong, 'patterns of labels, such as k8s:app$');
  return patterns.filter((one) => PATTERN.test(one));
}
