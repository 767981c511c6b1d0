import { levelRules } from '../../model/level';
import type { Copy } from '../../model/tenancy/backup';
import type { System } from '../../model/tenancy/system';
import { objectAt, textAt } from '../../resources/json-path';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, type Judgement } from '../define-policy';
import { madeCopies } from './copies/made-copies';
import { plannedSystems } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Bản sao phải mã hóa (từ cấp độ 3, hoặc đã khai báo mã hóa) được mã hóa ở nơi lưu',
    en: 'Copies that are to be encrypted, by level 3 or by declaration, are encrypted where they lie',
  },
  force: 'block',
  controls: ['tcvn-14423-5.11.2.3b'],
  why: {
    vi: 'Bản sao chứa mọi dữ liệu của hệ thống; mất một băng từ không mã hóa là lộ toàn bộ.',
    en: 'A copy holds all data of a system; one lost tape in the clear discloses everything.',
  },
  fix: {
    vi: 'Đặt serverSideEncryption cho nơi lưu và encryption cho kho của cơ sở dữ liệu; khai báo encrypted: true.',
    en: 'Set serverSideEncryption on the location and encryption on the database’s store; declare encrypted: true.',
  },
  subjects: (context) =>
    plannedSystems(context).filter(({ of, copies }) => copies.some((copy) => mustEncrypt(of, copy))),
  check({ of: system, copies }, { view }) {
    for (const [index, copy] of copies.entries()) {
      const judgement = mustEncrypt(system, copy) ? judgeCopy(view, system, copy) : pass;
      if (judgement.verdict !== 'pass') return { ...judgement, where: judgement.where ?? `copies[${index}]` };
    }
    return judgeDatabases(view, system);
  },
});

function mustEncrypt({ level }: System, copy: Copy): boolean {
  return levelRules[level].encryptedCopies || copy.encrypted;
}

function judgeCopy(view: AssemblyView, system: System, copy: Copy): Judgement {
  const where = `${copy.site}/${copy.medium}`;
  if (!copy.encrypted) return fail(where, 'declared without encryption', 'encrypted: true');
  const made = madeCopies(view, system).filter((one) => one.site === copy.site && one.medium === copy.medium);
  if (made.length === 0) return fail(where, 'no copy is made', 'an encrypted copy');
  const open = made.find((one) => !one.encrypted);
  return open === undefined ? pass : fail(where, `${open.location.name} doesn’t encrypt`, 'serverSideEncryption');
}

/** Base backups and log archives of databases go to stores of their own configuration. */
function judgeDatabases(view: AssemblyView, system: System): Judgement {
  const databases = view.resources.ofSystem(system.id, 'Cluster');
  for (const { body, name } of databases) {
    const store = objectAt(body, 'spec', 'backup', 'barmanObjectStore');
    if (store === undefined) continue;
    const open = ['data', 'wal'].find((part) => textAt(store, part, 'encryption') === undefined);
    if (open === undefined) continue;
    return fail(`${name}: spec.backup.barmanObjectStore.${open}.encryption`, 'none', 'AES256 or aws:kms');
  }
  return pass;
}
