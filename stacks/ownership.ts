export { findOwnership, type Ownership } from '../constructs/ownership';
