import type { Finding } from './evaluation';
import type { AssemblyView } from '../resources/view/assembly-view';

const LINE = /:\d+$/;

/**
 * Finds where a fact stands, as a person opens it. Objects carry their file and line; what the model knows by the path of
 * its fact gets the line that the assembly tells, or that of the object that was made from it, or else the file and the
 * field.
 */
export class FactPlaces {
  /** Every fact file that the manifest names, longest first, so that the nearest one is found. */
  private files: readonly string[] | undefined;
  private readonly told: ReadonlyMap<string, string>;

  public constructor(private readonly view: AssemblyView) {
    this.told = new Map(Object.entries(view.assembly.places ?? {}));
  }

  /** The finding with its place as `file:line`, or `file (field)`. */
  public locate<F extends Finding>(finding: F): F {
    const { source } = finding;
    if (source === undefined || LINE.test(source)) return finding;
    return { ...finding, source: this.lineOfNamespace(finding.subject) ?? this.placeOf(source) };
  }

  /** The place of a fact that the model knows by its path, its parts joined by `/`. */
  public placeOf(path: string): string {
    return this.told.get(path) ?? this.fileOf(path);
  }

  private lineOfNamespace(subject: string): string | undefined {
    const [kind, cluster = '', name = ''] = subject.split('/');
    const written = kind === 'namespace' ? this.view.resources.tryFind(`${cluster}/Namespace/-/${name}`) : undefined;
    return written === undefined || written.source === '' ? undefined : written.source;
  }

  private fileOf(place: string): string {
    const root = `environments/${this.view.model.environment}/`;
    this.files ??= [...new Set(this.view.resources.all.map((one) => one.source.replace(LINE, '')))]
      .filter((file) => file.startsWith(root))
      .toSorted((a, b) => b.length - a.length);
    const file = this.files.find((one) => `${root}${place}/`.startsWith(`${one.replace(/\.ts$/, '')}/`));
    if (file === undefined) return place;
    const field = `${root}${place}`.slice(file.length - '.ts'.length + 1).replaceAll('/', '.');
    return field === '' ? file : `${file} (${field})`;
  }
}
