import type { TextPosition } from '../../resources/text-position';

/** What is known of where something stands. */
export interface KnownPlace {
  /** @default - in no file */
  readonly file?: string | undefined;
  /** @default - the file as a whole */
  readonly position?: TextPosition | undefined;
  /** The address by which the file's own tools know it.
   * @default - it has none
   */
  readonly address?: string | undefined;
}

/** A place as editors and terminals open it: `deploy.yaml:14:9`, or the file alone; empty when none is known. */
export function placeText({ file, position }: KnownPlace): string {
  if (file === undefined || position === undefined) return file ?? '';
  return `${file}:${position.line}:${position.column}`;
}

/** A place with the address by which the file's own tools know it: `kubernetes_deployment_v1.app in plan.json`. */
export function addressedPlace(place: KnownPlace): string {
  const text = placeText(place);
  return place.address === undefined ? text : `${place.address} in ${text}`;
}
