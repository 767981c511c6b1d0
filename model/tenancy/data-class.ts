import type { Level } from '../level';
import type { Text } from '../text';

/** A legal class of information (Decree 331/2026 Art. 9.1). */
export interface DataClassRow {
  readonly name: string;
  readonly officialName: Text;
  /** The lowest level of a system that may hold the class. */
  readonly levelMin: Level;
  /** Whether the general cloud may hold it (Law 117/2025/QH15 on state secrets). */
  readonly generalCloud: boolean;
}

/** The data classes, weakest first; personal data asks for level 2 at least (Art. 12). */
export const dataClassTable = [
  { name: 'public', officialName: { vi: 'Thông tin công cộng', en: 'Public' }, levelMin: 1, generalCloud: true },
  { name: 'private', officialName: { vi: 'Thông tin riêng', en: 'Private' }, levelMin: 2, generalCloud: true },
  { name: 'personal', officialName: { vi: 'Thông tin cá nhân', en: 'Personal' }, levelMin: 2, generalCloud: true },
  {
    name: 'secret',
    officialName: { vi: 'Bí mật nhà nước: Mật', en: 'State secret: Secret' },
    levelMin: 3,
    generalCloud: false,
  },
  {
    name: 'top-secret',
    officialName: { vi: 'Bí mật nhà nước: Tối mật', en: 'State secret: Top secret' },
    levelMin: 3,
    generalCloud: false,
  },
  {
    name: 'ultra-secret',
    officialName: { vi: 'Bí mật nhà nước: Tuyệt mật', en: 'State secret: Ultra secret' },
    levelMin: 3,
    generalCloud: false,
  },
] as const satisfies readonly DataClassRow[];

/** Name of a data class. */
export type DataClass = (typeof dataClassTable)[number]['name'];

/** Every data class, weakest first. */
export const dataClasses: readonly DataClass[] = dataClassTable.map((row) => row.name);

/** The row of a data class. */
export function findDataClass(name: DataClass): DataClassRow {
  const row = dataClassTable.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no data class named ${name}`);
  return row;
}
