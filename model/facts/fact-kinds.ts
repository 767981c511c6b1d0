import type { z } from 'zod';
import { requirementsFact, signerFact } from './approval-fact';
import { attestationFact, attestationPeriodFact } from './attestation-fact';
import { divisionsFact } from './divisions-fact';
import { exceptionFact } from './exception-fact';
import { nationFact } from './nation-fact';
import { tslcdFact } from './network-fact';
import { hostClassesFact, siteFact } from './site-fact';
import { systemFact } from './system-fact';
import { divisionProfileFact, removalFact, tenantFact } from './tenant-fact';

/** A kind of fact file: where it stands in an environment and what it must look like. */
export interface FactKind {
  readonly name: string;
  /** The file itself (`nation`), or the folder whose every file is one fact (`systems/`). */
  readonly place: string;
  readonly shape: z.ZodType;
  readonly required: boolean;
}

/** Every kind of fact, the one list; the JSON Schema and the reader follow from it. */
export const factKinds = [
  { name: 'nation', place: 'nation', shape: nationFact, required: true },
  { name: 'divisions', place: 'divisions', shape: divisionsFact, required: true },
  { name: 'hostClasses', place: 'host-classes', shape: hostClassesFact, required: true },
  { name: 'tslcd', place: 'networks/tslcd', shape: tslcdFact, required: true },
  { name: 'provinceProfile', place: 'profiles/province', shape: divisionProfileFact, required: true },
  { name: 'communeProfile', place: 'profiles/commune', shape: divisionProfileFact, required: true },
  { name: 'sites', place: 'sites/', shape: siteFact, required: true },
  { name: 'tenants', place: 'tenants/', shape: tenantFact, required: true },
  { name: 'systems', place: 'systems/', shape: systemFact, required: true },
  { name: 'requirements', place: 'approvals/requirements', shape: requirementsFact, required: true },
  { name: 'signers', place: 'approvals/signers/', shape: signerFact, required: false },
  { name: 'attestations', place: 'attestations/records/', shape: attestationFact, required: false },
  { name: 'attestationPeriods', place: 'attestations/periods/', shape: attestationPeriodFact, required: false },
  { name: 'exceptions', place: 'exceptions/', shape: exceptionFact, required: false },
  { name: 'removals', place: 'removals/', shape: removalFact, required: false },
] as const satisfies readonly FactKind[];

type FactKindRow = (typeof factKinds)[number];

/** Name of a kind of fact. */
export type FactKindName = FactKindRow['name'];

/** A fact with the file that declares it, such as `systems/services/land-database`. */
export interface Declared<T> {
  readonly file: string;
  readonly value: T;
}

/** The facts of an environment, shapes checked: one value for a single file, a map by file name for a folder. */
export type Facts = {
  readonly [Row in FactKindRow as Row['name']]: Row['place'] extends `${string}/`
    ? ReadonlyMap<string, Declared<z.output<Row['shape']>>>
    : z.output<Row['shape']>;
};

/** A province of the official list. */
export interface DivisionProvince {
  readonly code: string;
  readonly name: string;
}

/** A commune-level unit of the official list. */
export interface DivisionCommune {
  readonly code: string;
  readonly name: string;
  readonly kind: 'xa' | 'phuong' | 'dac-khu';
  readonly provinceCode: string;
}

/** The official list of provinces and communes, as read from the data set. */
export interface Divisions {
  readonly provinces: readonly DivisionProvince[];
  readonly communes: readonly DivisionCommune[];
}
