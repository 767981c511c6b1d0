import { levelRules } from '../../model/level';
import { textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { plannedSystems, type PlannedSystem } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Mọi hệ thống khai báo diễn tập khôi phục từ từng bản sao, đủ dày theo cấp độ',
    en: 'Every system declares a restore drill from each of its copies, as often as its level asks',
  },
  force: 'block',
  controls: ['tcvn-14423-3.11.2.1a-restore-test', 'tcvn-14423-6.11.2.5', 'tcvn-14423-7.11.2.5', 'tcvn-14423-3.11.2.1a'],
  why: {
    vi: 'Bản sao chưa từng được khôi phục thử thì chưa phải là bản sao.',
    en: 'A copy that was never restored isn’t yet a copy.',
  },
  fix: {
    vi: 'Sinh lại ConfigMap restore-drill từ kế hoạch; giảm restoreTestDays cho đúng cấp độ.',
    en: 'Synthesize the restore-drill ConfigMap from the plan; lower restoreTestDays to what the level asks.',
  },
  subjects: (context) => plannedSystems(context),
  check(subject, { view }) {
    const home = view.model.namespacesOf(subject.of.id).filter((one) => one.role === 'home' && !one.communePart);
    const drill = home
      .map((one) => view.resources.tryFind(`${one.cluster}/ConfigMap/${one.name}/restore-drill`))
      .find((one) => one !== undefined);
    return drill === undefined
      ? fail('restore-drill', 'no ConfigMap restore-drill at home', 'the declaration of a drill')
      : judgeDrill(subject, drill);
  },
});

function judgeDrill({ of: system, plan, copies }: PlannedSystem, drill: Resource): Judgement {
  const data = (key: string): string => textAt(drill.body, 'data', key) ?? 'none';
  if (data('system') !== system.id) return fail('data.system', data('system'), system.id);
  const limits = [
    {
      key: 'everyDays',
      most: Math.min(levelRules[system.level].restoreTestDaysMax, plan?.restoreTestDays ?? Number.POSITIVE_INFINITY),
    },
    { key: 'dataAgeMinutesMax', most: system.recovery.rpoMinutes },
    { key: 'restoreMinutesMax', most: system.recovery.rtoMinutes },
  ];
  for (const { key, most } of limits) {
    const got = /^[1-9]\d{0,5}$/.test(data(key)) ? Number(data(key)) : Number.POSITIVE_INFINITY;
    if (got > most) return fail(`data.${key}`, data(key), `at most ${most}`);
  }
  const drilled = new Set(data('copies').split(','));
  const missing = copies.map((copy) => `${copy.site}/${copy.medium}`).find((copy) => !drilled.has(copy));
  return missing === undefined ? pass : fail('data.copies', `without ${missing}`, 'every declared copy');
}
