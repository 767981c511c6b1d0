/** A Go program of a pinned release, how to know it, and how to get it. */
export interface BinarySource {
  readonly name: string;
  /** As the program itself says it, without a leading `v`. */
  readonly version: string;
  /** Arguments that make the program print its version.
   * @default - it can't tell, so a copy that somebody else put on the machine is never taken
   */
  readonly versionArguments?: readonly string[];
  /** Other names under which a person may have it, or programs that do the same; each version is checked by itself.
   * @default - none
   */
  readonly alternatives?: readonly BinaryAlternative[];
  /** How it is built with Go. */
  readonly build: GoBuild;
  /** Where a person gets the official build, to put it on the PATH. */
  readonly officialPage: string;
}

/** A program that may stand in, from a version on. */
export interface BinaryAlternative {
  readonly name: string;
  readonly versionMin: string;
}

/** A Go program inside a module; `go.mod` and `go.sum` of the module stand in `sandbox/go/<module>/`. */
export interface GoBuild {
  readonly module: string;
  readonly package: string;
  /** Values that the linker puts into variables of the program, by variable.
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Name of a program in the cache: one file for each release, system and processor. */
export function cachedName({ name, version }: BinarySource, { os, arch }: Platform): string {
  return `${name}-${version}-${os}-${arch}`;
}

/** System and processor, as Go names them. */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** The platform of a Node.js process in the words of Go. */
export function goPlatform(process: { readonly platform: string; readonly arch: string }): Platform {
  return { os: process.platform, arch: ARCHITECTURES[process.arch] ?? process.arch };
}
