/** A file of a construct that no control plane can be started with; its message says why. */
export class UnusableFile extends Error {}
