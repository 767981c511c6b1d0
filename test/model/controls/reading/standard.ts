/** A place of the standard as it was read: the levels that it binds, and the numbers that it states for each of them. */
export interface ReadClause {
  /** `x` stands for the chapter of each level. */
  readonly place: string;
  readonly levels: readonly number[];
  /** What must stand in the controls of a place, level by level in the order of `levels`. */
  readonly numbers: readonly (readonly number[])[];
  /** How many things the place asks for. */
  readonly duties: number;
}

type Numbers = readonly (readonly number[])[];

function read(place: string, levels: string, numbers: Numbers = []): ReadClause {
  return { place, levels: [...levels].map(Number), numbers, duties: 1 };
}

/** A place that asks for several things. */
function several(duties: number, clause: ReadClause): ReadClause {
  return { ...clause, duties };
}

/** The same numbers at every level. */
function each(levels: string, ...numbers: readonly number[]): Numbers {
  return [...levels].map(() => numbers);
}

/** One number for each level. */
function row(...numbers: readonly number[]): Numbers {
  return numbers.map((one) => [one]);
}

const all = '12345';

const zones = [
  read('3.12', '1'),
  read('4.12.2.2 b', '2', row(5)),
  read('5.12.2.2 b', '3', row(7)),
  read('6.12.2.2 b', '4', row(9)),
  read('7.12.2.2 b', '5', row(9)),
];

const network = [
  read('x.12.2.2 a', all),
  read('4.12.2.4 b', '2'),
  read('5.12.2.4 d', '3'),
  read('6.12.2.4 c, g', '4'),
  read('7.12.2.5 c, h', '5'),
  read('5.12.2.4 e', '345'),
  several(2, read('4.12.2.2 a', '2345')),
  // Firewall, database firewall, NAC, anti-DDoS, network anti-malware, link redundancy, plan against leaks, hot standby.
  several(8, read('5.12.2.2 a', '345', row(2, 2, 2))),
  read('6.12.2.1 b', '4'),
  read('7.12.2.1 b', '5'),
  several(3, read('6.12.2.2 a', '4', row(2))),
  several(4, read('7.12.2.2 a', '5', [[2, 30]])),
  read('7.12.2.5 f', '5'),
  read('7.12.2.3', '5'),
  read('3.12.2.5', '1'),
  read('4.12.2.5', '2'),
  read('5.12.2.5', '3'),
  read('6.12.2.5', '4'),
  read('7.12.2.6', '5'),
  read('5.13.2.3 b', '3'),
  read('6.12.2.6', '45'),
  read('6.12.2.3', '45'),
  read('x.12.2.1', all, row(365, 365, 365, 180, 90)),
  read('6.12.2.1 a', '45'),
];

const identity = [
  read('x.6.2.4', all),
  several(2, read('3.6.2.4', all)),
  read('5.6.2.3', '345'),
  read('6.6.2.3', '45'),
  several(2, read('x.6.2.2 b', all, each(all, 60, 8, 14, 4))),
  read('x.6.2.2 b', '345', each('345', 10)),
  read('x.6.2.3', all, each(all, 45)),
  read('x.6.2.1 d', all, row(365, 365, 180, 90, 30)),
  read('x.4.2.1', all, row(365, 365, 180, 90, 30)),
  read('x.5.2.2 a', all, each(all, 15, 5, 10)),
  read('6.5.2.2 b', '4'),
];

const data = [
  read('x.4.2.4', all),
  read('5.4.2.4 b', '3', row(1)),
  read('6.4.2.4 c', '4', row(2)),
  read('7.4.2.4 d', '5', row(2)),
  several(2, read('5.4.2', '3')),
  read('6.4.2.4 d', '4'),
  read('7.4.2', '5'),
  read('5.4.2.5', '3'),
  read('6.4.2.5', '45'),
  read('6.4.2.6', '45', each('45', 365)),
  read('5.4.2.7', '3'),
  read('6.4.2.7 c', '45'),
  read('5.4.2.8', '3'),
  read('6.4.2.10', '45'),
  read('6.4.2.8', '45'),
  read('6.4.2.9 b', '4', row(90)),
  read('7.4.2.9 b', '5', row(30)),
];

const logging = [
  read('x.8.2.1 a', '2345', row(30, 90, 180, 365)),
  several(3, read('x.8.2.1 a', all, row(365, 365, 180, 30, 30))),
  read('3.8.2.1 a', '1', row(3)),
  // Retention, kinds, fields, time, central store, alarm, review.
  several(7, read('5.8.2.1 a', '3')),
  several(2, read('5.8.2.1 a', '345')),
  // Unchangeable, in another zone, encrypted, and those of providers.
  several(4, read('6.8.2.2', '45')),
  several(4, read('6.8.2.3', '45')),
  read('6.13.2.1 c', '45'),
  read('5.13.2.4', '345'),
  read('5.13.2.5', '3', row(180)),
  read('6.13.2.5', '4', row(90)),
  read('7.13.2.6', '5', row(30)),
];

const backup = [
  read('x.11.2.1 a', all),
  several(2, read('x.11.2.1 a', '123')),
  read('4.11.2.4', '23'),
  read('6.11.2.4', '45'),
  read('5.11.2.1', '345', each('345', 3, 2, 1)),
  read('5.11.2.3 b', '345'),
  read('6.11.2.1 b', '45'),
  read('7.11.2.4 b', '5'),
  read('7.11.2.4 c', '5', row(2)),
  read('6.11.2.5', '4', row(180)),
  read('7.11.2.5', '5', row(90)),
];

const software = [
  read('x.7.2.1', all, row(365, 365, 180, 180, 90)),
  read('6.7.2.1 a', '4', row(90)),
  read('7.7.2.1 a', '5', row(30)),
  read('5.7.2.2', '345'),
  read('4.7.2.2', '2345'),
  read('3.10', '12'),
  read('5.10.2.4', '3'),
  read('6.10.2.3', '45'),
  read('5.3.2.2', '3'),
  read('6.3.2.2', '4', row(365)),
  read('7.3', '5', row(180)),
  read('6.3.2.3', '4', row(365)),
  read('7.3.2.3', '5', row(180)),
  read('5.17', '3'),
  read('6.16.2.9 a', '45'),
  read('6.16.2.4', '4', row(90)),
  read('7.16.2.4 c', '5', row(30)),
  read('6.16.2.5', '45'),
  read('6.16.2.7', '45'),
  read('x.5.2.1', all),
  read('x.2.2.2 a', all, row(365, 365, 180, 90, 30)),
  read('5.12.2.3 d', '3'),
  read('6.12.2.7 c', '45'),
  read('5.16.1', '3'),
  read('6.17.2.6', '45', each('45', 365)),
  read('5.18', '3'),
  read('6.18.2.2', '4', row(365)),
  read('6.18.2.5', '4', row(365)),
  read('7.18.2.2', '5', row(180)),
  read('7.18.2.5', '5', row(180)),
  read('6.16.2.9 b', '45'),
];

/** Camera, entry, power, cooling, and from level 3 the place of the room. */
const physical = [
  several(4, read('Annex A, level 2', '2')),
  several(5, read('Annex A, level 3', '3', [[90]])),
  several(5, read('Annex A, level 4', '4', [[180, 2]])),
  several(5, read('Annex A, level 5', '5', [[365, 2]])),
];

/** Places that are known by number and topic alone, from the crosswalk. */
const topics = [read('6.5.2.3', '4'), read('6.12.2.1 d', '4'), read('6.15', '4')];

/** TCVN 14423:2026 as it was read, topic by topic; it shares nothing with the catalog. */
export const standard: Readonly<Record<string, readonly ReadClause[]>> = {
  zones,
  network,
  identity,
  data,
  logging,
  backup,
  software,
  physical,
  topics,
};
