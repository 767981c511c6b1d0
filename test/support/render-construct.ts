import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Unit } from '../../stacks/unit';

/** A Kubernetes object as it is written. */
export interface RenderedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    /** @default - of the whole cluster */
    readonly namespace?: string;
    /** @default - none */
    readonly labels?: Readonly<Record<string, string>>;
    /** @default - none */
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** A chart of its own app; nothing is written to disk. */
export function testChart(): Chart {
  return new Chart(new App(), 'test');
}

/** The objects that cdk8s constructs write, in order of definition. */
export function renderConstruct(define: (scope: Construct) => void): readonly RenderedObject[] {
  const chart = testChart();
  define(chart);
  return renderTree(chart);
}

/** The objects of a unit of Kubernetes. */
export function renderUnit(unit: Unit): readonly RenderedObject[] {
  return renderTree(unit.define(new App()));
}

/** The only object of a kind, and of a name where several have it. */
export function findObject(objects: readonly RenderedObject[], kind: string, name?: string): RenderedObject {
  const found = objects.filter((one) => one.kind === kind && (name === undefined || one.metadata.name === name));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} objects are ${kind} ${name ?? ''}`);
  return only;
}

function renderTree(root: Construct): readonly RenderedObject[] {
  return root.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => {
      const written: unknown = object.toJson();
      if (!isRendered(written)) throw new Error(`${object.node.path} writes no object of Kubernetes`);
      return written;
    });
}

function isRendered(value: unknown): value is RenderedObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value;
}
