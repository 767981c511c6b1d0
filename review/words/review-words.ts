import { findZone, zoneNames } from '../../model/segmentation/zone';
import { languages, type Text } from '../../model/text';
import type { PermissionChange } from '../../resources/permissions/change/permission-change';
import type { EscalationGoal } from '../../resources/permissions/escalation/escalation';
import type { Verdict } from '../../resources/reachability/solve/answers';
import type { ObjectChange } from '../objects/object-changes';

/** A text that both languages share: names of objects, values, and what Kubernetes calls things. */
export function alike(text: string): Text {
  return { vi: text, en: text };
}

/** A text made of others, in each language alike. */
export function inBoth(say: (language: keyof Text) => string): Text {
  const [vi = '', en = ''] = languages.map(say);
  return { vi, en };
}

/** What becomes of a packet. */
export const flowWords: Readonly<Record<Verdict, Text>> = {
  allowed: { vi: 'cho phép', en: 'allowed' },
  denied: { vi: 'chặn', en: 'denied' },
  depends: { vi: 'tùy thuộc', en: 'depends' },
};

/** What became of an object. */
export const changeWords: Readonly<Record<ObjectChange['change'], Text>> = {
  added: { vi: 'thêm', en: 'added' },
  removed: { vi: 'bỏ', en: 'removed' },
  changed: { vi: 'đổi', en: 'changed' },
};

/** Where rights hold. */
export const scopeWords: Readonly<Record<PermissionChange['scope'], Text>> = {
  cluster: { vi: 'toàn cụm', en: 'cluster' },
  namespace: { vi: 'không gian tên', en: 'namespace' },
};

/** What somebody may get to who raises their own rights. */
export const goalWords: Readonly<Record<EscalationGoal, Text>> = {
  cluster: { vi: 'mọi quyền trên cụm', en: 'every right of the cluster' },
  node: { vi: 'quyền cao nhất trên máy', en: 'root on nodes' },
  tenant: { vi: 'không gian tên của bên khác', en: 'a namespace of somebody else' },
  guards: { vi: 'chỗ tắt các rào chắn', en: 'a switch of what keeps others apart' },
};

/** What refuses traffic: an end, or the network plugin; kinds of policies have the names that Kubernetes gives them. */
export function wallText(wall: string): Text {
  return Object.entries(wallWords).find(([name]) => name === wall)?.[1] ?? alike(wall);
}

const wallWords: Readonly<Record<string, Text>> = {
  egress: { vi: 'đầu gửi', en: 'the end that calls' },
  ingress: { vi: 'đầu nhận', en: 'the end that is called' },
  plugin: { vi: 'thành phần mạng', en: 'the network plugin' },
};

/** A zone in a sentence: by its official name in Vietnamese, by its short one in English. */
export function zoneText(zone: string): Text {
  const name = zoneNames.find((one) => one === zone);
  if (name === undefined) return alike(zone);
  const { vi } = findZone(name).officialName;
  return { vi: `${vi.slice(0, 1).toLowerCase()}${vi.slice(1)}`, en: zone };
}
