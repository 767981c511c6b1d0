/** Of which shapes a value may be, as bits. */
export type ShapeSet = number;

/** Each shape that a value can have: seen by a condition, absent and unknown are shapes too. */
export const shapes = {
  absent: 1,
  unknown: 2,
  true: 4,
  false: 8,
  number: 16,
  text: 32,
  list: 64,
  map: 128,
} as const;

/** Any shape. */
export const ANY_SHAPE: ShapeSet = 255;

/** Every shape but these. */
export function otherThan(set: ShapeSet): ShapeSet {
  return ANY_SHAPE & ~set;
}

const NO_HOLDER = otherThan(shapes.absent | shapes.map);

/** Of which shapes a member may be, by those of what holds it: what is no map makes its members unknown. */
export function memberShapes(holder: ShapeSet): ShapeSet {
  if ((holder & shapes.map) !== 0) return ANY_SHAPE;
  return ((holder & shapes.absent) === 0 ? 0 : shapes.absent) | ((holder & NO_HOLDER) === 0 ? 0 : shapes.unknown);
}

/** Of which shapes the holder may be, by those of a member. */
export function holderShapes(member: ShapeSet): ShapeSet {
  if (member === 0) return 0;
  const absent = (member & shapes.absent) === 0 ? 0 : shapes.absent;
  return shapes.map | absent | ((member & shapes.unknown) === 0 ? 0 : NO_HOLDER);
}
