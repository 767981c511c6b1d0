import { isObject, objectAt, textAt } from '../json-path';
import type { JsonObject } from '../resource';
import { unreadable, type Reading, type ReadTrouble } from './dialect';
import { parseStrictJson } from './text/strict-json';

/** Sections of a template that make nothing but resources or values. */
const SECTIONS: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
]);

/** Reads a CloudFormation template in JSON; a resource's body is what stands under its logical id. */
export function readCloudFormation(text: string): Reading {
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return unreadable(parsed.detail, parsed.position);
  const template = parsed.value;
  if (!isObject(template)) return unreadable('the template is no object');
  const resources = objectAt(template, 'Resources');
  if (resources === undefined) return unreadable('the template has no Resources');
  const { Resources: _, ...config } = template;
  const entries = Object.entries(resources).map(([address, body]) => ({ address, body, type: textAt(body, 'Type') }));
  const objects = entries.flatMap(({ address, body, type }) =>
    type === undefined || !isObject(body)
      ? []
      : [{ address, apiVersion: 'cloudformation', kind: type, name: address, body, known: type.startsWith('AWS::') }],
  );
  const broken = entries
    .filter(({ type }) => type === undefined)
    .map(({ address }): ReadTrouble => ({ kind: 'unreadable-file', address, detail: 'a resource without Type' }));
  return { objects, troubles: [...broken, ...unreadSections(config)], config };
}

function unreadSections(config: JsonObject): readonly ReadTrouble[] {
  return Object.keys(config)
    .filter((name) => !SECTIONS.has(name))
    .map((name) => ({ kind: 'unread-section', address: name, detail: 'a section that may make more than it shows' }));
}
