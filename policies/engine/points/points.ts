import type { Text } from '../../../model/text';
import type { Policy } from '../../define-policy';
import { isRule } from '../language/define-rule';

/** Where a policy can act: on the assembly, on the plan, at admission, and on what stands on clusters. */
export const points = ['synth', 'plan', 'admission', 'live'] as const;

/** One of the four points. */
export type Point = (typeof points)[number];

/** Why a policy can't act at a point; undefined where it acts. */
export type Silence = Text | undefined;

const looksAcross: Text = {
  vi: 'xét nhiều đối tượng hoặc mô hình cùng lúc; điểm này chỉ thấy từng phần',
  en: 'looks across objects or at the model; this point sees a part of them',
};

const onlyWarns: Text = {
  vi: 'chỉ cảnh báo, nên máy chủ API không từ chối yêu cầu nào vì nó',
  en: 'only warns, so no API server refuses a request for it',
};

/** At which points a policy acts, and why not at the others. */
export function silencesOf(policy: Policy): Readonly<Record<Point, Silence>> {
  const isOfOne = isRule(policy);
  return {
    synth: undefined,
    plan: isOfOne ? undefined : looksAcross,
    admission: !isOfOne ? looksAcross : policy.force === 'block' ? undefined : onlyWarns,
    live: policy.whyNotLive,
  };
}
