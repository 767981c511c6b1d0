import { canonicalJson } from '../../model/canonical-json';
import { groupBy } from '../../model/group-by';
import type { Model } from '../../model/model';
import type { Text } from '../../model/text';
import type { ObjectChange } from '../objects/object-changes';
import { alike, changeWords, inBoth } from '../words/review-words';
import { openedPaths } from './path-risks';
import type { Changes, Risk } from './risk';

/** Waivers that excuse more than before. */
export function waiverRisks({ waivers }: Changes): readonly Risk[] {
  return waivers
    .filter(({ change }) => change === 'added' || change === 'widened')
    .map(({ id, change, policy, resource, value, from, expires }) => ({
      class: 'waiver-widened',
      what: {
        vi: `Ngoại lệ ${id} ${change === 'added' ? 'được thêm' : 'được mở rộng'}: ${policy} đối với ${resource}`,
        en: `The waiver ${id} is ${change}: ${policy} on ${resource}`,
      },
      witness: alike(`${from} – ${expires}: ${value}`),
      count: 1,
      tenants: [],
    }));
}

/** Kinds of objects that make copies. */
const COPYING = new Set(['ScheduledBackup', 'Schedule']);

/** Promises about losing no data and coming back that are weaker than before, and copies that nothing makes any more. */
export function recoveryRisks({ recovery, objects }: Changes): readonly Risk[] {
  const gone = objects.filter(({ change, kind }) => change === 'removed' && COPYING.has(kind));
  const uncopied = grouped(
    gone,
    ({ kind }) => kind,
    (kind) => ({
      class: 'recovery-weakened',
      what: { vi: `Không còn đối tượng ${kind} tạo bản sao`, en: `Objects of kind ${kind}, which make copies, go` },
    }),
  );
  const weakened = recovery
    .filter(({ weaker }) => weaker)
    .map(({ declaration, promise, before, after, systems }): Risk => ({
      class: 'recovery-weakened',
      what: {
        vi: `${declaration}: ${promise.vi} giảm bảo đảm, từ ${before ?? 'không có'} thành ${after ?? 'không có'}`,
        en: `${declaration}: ${promise.en} is weakened from ${before ?? 'none'} to ${after ?? 'none'}`,
      },
      witness: inBoth(
        (language) =>
          `${declaration}.${promise[language]}: ${before ?? nothing[language]} → ${after ?? nothing[language]}`,
      ),
      count: systems,
      tenants: [],
    }));
  return [...weakened, ...uncopied];
}

/** Kinds of objects that hold data. */
const STATEFUL = new Set([
  'PersistentVolumeClaim',
  'PersistentVolume',
  'Cluster',
  'ObjectBucketClaim',
  'BackupStorageLocation',
]);

/** Data that is destroyed on purpose, or that no object holds any more. */
export function destructionRisks({ before, after, objects }: Changes): readonly Risk[] {
  const known = new Set((before?.view.model.removals ?? []).map((one) => canonicalJson(one)));
  const removals = after.view.model.removals.filter((one) => one.mode === 'destroy' && !known.has(canonicalJson(one)));
  const gone = objects.filter(({ change, kind }) => change === 'removed' && STATEFUL.has(kind));
  return [
    ...removals.map(({ id, kind, target, reason }): Risk => ({
      class: 'state-destroyed',
      what: {
        vi: `Dữ liệu của ${kind === 'tenant' ? 'cơ quan' : 'hệ thống'} ${target} sẽ bị hủy`,
        en: `The data of the ${kind} ${target} is to be destroyed`,
      },
      witness: alike(`removals/${id}: ${reason}`),
      count: 1,
      tenants: kind === 'tenant' ? [target] : [],
    })),
    ...grouped(
      gone,
      ({ kind }) => kind,
      (kind) => ({
        class: 'state-destroyed',
        what: {
          vi: `Không còn đối tượng ${kind} giữ dữ liệu`,
          en: `Objects of kind ${kind}, which hold data, are no longer kept`,
        },
      }),
    ),
  ];
}

/** What is found now and was not. */
export function findingRisks({ findings }: Changes): readonly Risk[] {
  const added = findings.filter(({ change, verdict }) => change === 'added' && verdict !== 'skip');
  return [...groupBy(added, ({ policy }) => policy)].flatMap(([policy, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const tenants = [...new Set(group.flatMap(({ tenant }) => tenant ?? []))].toSorted();
    return [
      {
        class: 'finding-added',
        what: { vi: `${policy} nay có phát hiện mới`, en: `${policy} now finds something` },
        witness: {
          vi: `${first.subject}: ${first.where} ${first.got}; cần ${first.want}`,
          en: `${first.subject}: ${first.where} ${first.got}; wanted ${first.want}`,
        },
        count: group.length,
        tenants,
      } satisfies Risk,
    ];
  });
}

/** Who may sign, and who must. */
export function signerRisks({ before, after }: Changes): readonly Risk[] {
  const [old, now] = [before?.view.model.approvals, after.view.model.approvals];
  if (old === undefined || canonicalJson(old) === canonicalJson(now)) return [];
  const names = (list: readonly { readonly id: string }[], none: string): string =>
    list.length === 0 ? none : list.map(({ id }) => id).join(', ');
  return [
    {
      class: 'signers-changed',
      what: {
        vi: 'Danh sách người ký hoặc quy tắc phê duyệt thay đổi',
        en: 'Who may approve changes, or who must, changes',
      },
      witness: {
        vi: `người ký: ${names(old.signers, 'chưa có ai')} → ${names(now.signers, 'không còn ai')}`,
        en: `signers: ${names(old.signers, 'nobody')} → ${names(now.signers, 'nobody')}`,
      },
      count: 1,
      tenants: [],
    },
  ];
}

/** Tools that write and judge assemblies. */
export function programRisks({ before, after, program }: Changes): readonly Risk[] {
  if (before === undefined) return [];
  const [file] = program;
  const [old, now] = [before.view.assembly.tools, after.view.assembly.tools];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .toSorted()
    .filter((one) => old[one] !== now[one]);
  const files: readonly Risk[] =
    file === undefined
      ? []
      : [
          {
            class: 'program-changed',
            what: {
              vi: 'Chương trình cũng thay đổi; hai trạng thái này được chương trình đang chạy dựng lên',
              en: 'The program changes too; both states were made by the one that runs now',
            },
            witness: alike(file),
            count: program.length,
            tenants: [],
          },
        ];
  const tools = names.map((name): Risk => ({
    class: 'program-changed',
    what: { vi: `Công cụ ${name} thay đổi`, en: `The tool ${name} changes` },
    witness: inBoth((language) => `${name}: ${old[name] ?? nothing[language]} → ${now[name] ?? nothing[language]}`),
    count: 1,
    tenants: [],
  }));
  return [...files, ...tools];
}

/** New tenants of which nothing proves that they are made by template. */
export function templateRisks({ template }: Changes): readonly Risk[] {
  return template.unlike.map(({ tenant, twin, object }): Risk => ({
    class: 'other-changed',
    what:
      twin === undefined
        ? {
            vi: `${tenant} là cơ quan mới; không có cơ quan cũ nào cùng loại, cùng nơi và giữ nguyên để so sánh`,
            en: `${tenant} is new, and no older tenant of its kind and places stays as it is, to compare it with`,
          }
        : {
            vi: `${tenant} là cơ quan mới và không theo mẫu của ${twin}`,
            en: `${tenant} is new and not made by the template of ${twin}`,
          },
    witness: alike(object ?? tenant),
    count: 1,
    tenants: [tenant],
  }));
}

/** The rule by which the gate proves that all quotas of a cluster fit what it has, also after a loss. */
const CAPACITY_RULE = 'tenancy/require-quota-within-capacity';

/** Objects that differ: of level 5, of tenants that are new by template, quotas that are raised, and all others. */
export function objectRisks(changes: Changes): readonly Risk[] {
  const { before, after, objects, quotas, template } = changes;
  const opened = openedPaths(changes).filter((one) => one.class !== 'tenant-added');
  const strays = new Set(opened.map(({ change }) => change.cluster));
  // Where paths of others open too, nobody can tell that an object opens none of them.
  const isOfTemplate = ({ id, change, tenant = '', cluster = '' }: ObjectChange): boolean =>
    change === 'added' ? template.tenants.has(tenant) : template.named.has(id) && !strays.has(cluster);
  const beyond = new Set(after.findings.filter(({ policy }) => policy === CAPACITY_RULE).map(({ subject }) => subject));
  const directions = groupBy(quotas, ({ object }) => object);
  const isRaised = ({ id, kind, change, cluster = '' }: ObjectChange): boolean =>
    kind === 'ResourceQuota' &&
    change === 'changed' &&
    !beyond.has(`cluster/${cluster}`) &&
    directions.get(id)?.every(({ direction }) => direction === 'raised') === true;
  const classOf = (one: ObjectChange): keyof typeof sentences => {
    if (one.level === 5 || isOfLevel5(one, [before?.view.model, after.view.model])) return 'level-5-changed';
    if (isOfTemplate(one)) return 'tenant-added';
    return isRaised(one) ? 'quota-raised' : 'other-changed';
  };
  return (Object.keys(sentences) as (keyof typeof sentences)[]).flatMap((name) =>
    grouped(
      objects.filter((one) => classOf(one) === name),
      ({ kind, change }) => `${change} ${kind}`,
      (_, { kind, change }) => ({ class: name, what: sentences[name](changeWords[change], kind) }),
    ),
  );
}

const sentences = {
  'level-5-changed': (change, kind) => ({
    vi: `Cấp độ 5: ${change.vi} ${kind}`,
    en: `Level 5: ${change.en} ${kind}`,
  }),
  'other-changed': (change, kind) => ({
    vi: `Thay đổi khác: ${change.vi} ${kind}`,
    en: `Another change: ${change.en} ${kind}`,
  }),
  'quota-raised': (change, kind) => ({
    vi: `Hạn mức tăng trong năng lực, ${CAPACITY_RULE} đạt: ${change.vi} ${kind}`,
    en: `A quota is raised within capacity, ${CAPACITY_RULE} passes: ${change.en} ${kind}`,
  }),
  'tenant-added': (change, kind) => ({
    vi: `Cơ quan mới theo mẫu: ${change.vi} ${kind}`,
    en: `A new tenant by template: ${change.en} ${kind}`,
  }),
} as const satisfies Readonly<Record<string, (change: Text, kind: string) => Text>>;

const nothing: Text = { vi: 'không có', en: 'none' };

function isOfLevel5({ system, cluster }: ObjectChange, models: readonly (Model | undefined)[]): boolean {
  return models.some((model) => {
    const dedicated = model?.clusters.find(({ id }) => id === cluster)?.system ?? system;
    return dedicated !== undefined && model?.systems.some(({ id, level }) => id === dedicated && level === 5) === true;
  });
}

function grouped(
  objects: readonly ObjectChange[],
  by: (one: ObjectChange) => string,
  say: (name: string, first: ObjectChange) => Pick<Risk, 'class' | 'what'>,
): readonly Risk[] {
  return [...groupBy(objects, by)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const tenants = [...new Set(group.flatMap(({ tenant }) => tenant ?? []))].toSorted();
      return [{ ...say(name, first), witness: objectText(first), count: group.length, tenants }];
    });
}

function objectText({ id, paths }: ObjectChange): Text {
  const places = paths.slice(0, 3).join(', ');
  return places === '' ? alike(id) : { vi: `${id} tại ${places}`, en: `${id} at ${places}` };
}
